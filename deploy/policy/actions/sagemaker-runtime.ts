import { arn, byFieldOrAny, type Rule } from './target.ts'

// https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html

const endpoint = byFieldOrAny('EndpointName', {
  arn: (name, place) => arn('sagemaker', place, `endpoint/${name}`),
})

const invoke: Rule = (call) => [{ action: `sagemaker:${call.operation}`, on: endpoint(call) }]

export const sagemakerRuntimeRules: Readonly<Record<string, Rule>> = {
  InvokeEndpoint: invoke,
  InvokeEndpointAsync: invoke,
  InvokeEndpointWithResponseStream: invoke,
}
