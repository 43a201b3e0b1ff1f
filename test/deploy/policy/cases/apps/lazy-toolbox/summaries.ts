import { toolbox } from './toolbox.ts'

const modelId = 'anthropic.claude-3-haiku-20240307-v1:0'

export const summarize = async (text: string): Promise<string> => {
  const { output } = await toolbox.bedrock.converse({
    modelId,
    messages: [{ role: 'user', content: [{ text }] }],
  })
  return output?.message?.content?.[0]?.text ?? ''
}
