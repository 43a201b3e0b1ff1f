import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime'
import { calix, post, route } from 'calix'

const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' })
const MODEL = 'amazon.titan-text-express-v1'

const messages = (text: unknown) => [{ role: 'user' as const, content: [{ text: String(text) }] }]

const ask = route(post('/ask'), async ({ body }) => {
  const { output } = await bedrock.send(new ConverseCommand({ modelId: MODEL, messages: messages(body) }))
  return output?.message ?? null
})

const stream = route(post('/stream'), async ({ body }) => {
  const answer = await bedrock.send(new ConverseStreamCommand({ modelId: MODEL, messages: messages(body) }))
  let text = ''
  for await (const each of answer.stream ?? []) text += each.contentBlockDelta?.delta?.text ?? ''
  return text
})

const embed = route(post('/embed'), async ({ body }) => {
  const { body: answer } = await bedrock.send(
    new InvokeModelCommand({
      modelId: 'amazon.titan-embed-text-v2:0',
      body: JSON.stringify({ inputText: body }),
    }),
  )
  return answer?.length ?? 0
})

export const app = calix({}, ask, stream, embed)
