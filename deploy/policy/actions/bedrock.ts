import { models } from './bedrock-model.ts'
import type { Service } from './by-data.ts'
import { at, given } from './input.ts'
import { spellings } from './spelling.ts'
import {
  arn,
  byField,
  EVERYTHING,
  type Find,
  type Need,
  NONE,
  OWN_ACCOUNT,
  OWN_REGION,
  type Rule,
} from './target.ts'

// https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html

const guardrail: Find = byField(['guardrailIdentifier', 'guardrailConfig.guardrailIdentifier'], {
  arn: (id, place) => arn('bedrock', place, `guardrail/${id}`),
})

/** A model, and the guardrail and the prompt that the input names. */
const inference =
  (...actions: ReadonlyArray<string>): Rule =>
  (call) => {
    const on = models(call, at(call.input, 'modelId'), 'modelId')
    const guard = guardrail(call)
    const prompts = on.arns.filter((each) => each.includes(':prompt/'))
    const needs: ReadonlyArray<Need> = [
      ...actions.map((action) => ({ action: `bedrock:${action}`, on })),
      ...(guard === undefined ? [] : [{ action: 'bedrock:ApplyGuardrail', on: guard }]),
      ...(prompts.length === 0 ? [] : [{ action: 'bedrock:RenderPrompt', on: { arns: prompts, gaps: [] } }]),
    ]
    return needs
  }

/** The answer of an asynchronous call is written to a bucket with the caller's permissions. */
const startAsync: Rule = (call) => {
  const output = spellings(at(call.input, 'outputDataConfig.s3OutputDataConfig.s3Uri'))
  const arns = output.map(
    ({ text }) => `arn:\${AWS::Partition}:s3:::${text.replace(/^s3:\/\//, '').replace(/\/?\*?$/, '')}/*`,
  )
  const invocation = arn('bedrock', { region: OWN_REGION, account: OWN_ACCOUNT }, 'async-invoke/*')
  return [
    ...inference('InvokeModel')(call),
    // IAM lists the invocation, which has no id yet, beside the model.
    { action: 'bedrock:InvokeModel', on: { arns: [invocation], gaps: [] } },
    ...(arns.length === 0 ? [] : [{ action: 's3:PutObject', on: { arns, gaps: [] } }]),
  ]
}

export const bedrockRuntimeRules: Readonly<Record<string, Rule>> = {
  Converse: inference('InvokeModel'),
  ConverseStream: inference('InvokeModelWithResponseStream'),
  CountTokens: inference('CountTokens'),
  InvokeModel: inference('InvokeModel'),
  // IAM has no action of that name, and the guide does not say which of the two counts.
  InvokeModelWithBidirectionalStream: inference('InvokeModel', 'InvokeModelWithResponseStream'),
  InvokeModelWithResponseStream: inference('InvokeModelWithResponseStream'),
  StartAsyncInvoke: startAsync,
}

const KNOWLEDGE = 'retrieveAndGenerateConfiguration.knowledgeBaseConfiguration'
const EXTERNAL = 'retrieveAndGenerateConfiguration.externalSourcesConfiguration'

/** It retrieves, and it asks a model: https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html */
const retrieveAndGenerate =
  (invoke: string): Rule =>
  (call) => {
    const base = byField(`${KNOWLEDGE}.knowledgeBaseId`, {
      arn: (id, place) => arn('bedrock', place, `knowledge-base/${id}`),
    })(call)
    const field = [`${KNOWLEDGE}.modelArn`, `${EXTERNAL}.modelArn`].find(
      (name) => given(call.input, name) === 'yes',
    )
    return [
      { action: 'bedrock:RetrieveAndGenerate', on: EVERYTHING },
      ...(base === undefined ? [] : [{ action: 'bedrock:Retrieve', on: base }]),
      {
        action: `bedrock:${invoke}`,
        on: models(
          call,
          field === undefined ? { kind: 'unknown' } : at(call.input, field),
          field ?? 'modelArn',
        ),
      },
    ]
  }

const asking =
  (action: string, path: string): Rule =>
  (call) => [
    { action: `bedrock:${action}`, on: EVERYTHING },
    { action: 'bedrock:InvokeModel', on: models(call, at(call.input, path), path) },
  ]

export const bedrockAgentRuntimeRules: Readonly<Record<string, Rule>> = {
  InvokeInlineAgent: asking('InvokeInlineAgent', 'foundationModel'),
  Rerank: asking(
    'Rerank',
    'rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn',
  ),
  RetrieveAndGenerate: retrieveAndGenerate('InvokeModel'),
  RetrieveAndGenerateStream: retrieveAndGenerate('InvokeModelWithResponseStream'),
}

export const bedrock: Service = { resources: { guardrail, 'guardrail-profile': () => NONE } }
