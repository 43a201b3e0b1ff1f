import { paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm'

let client: SSMClient | undefined

let settings: Promise<ReadonlyMap<string, string>> | undefined

async function load(path: string): Promise<ReadonlyMap<string, string>> {
  client ||= new SSMClient({})
  const found = new Map<string, string>()
  const pages = paginateGetParametersByPath({ client }, { Path: path, Recursive: true, WithDecryption: true })
  for await (const { Parameters } of pages)
    for (const { Name = '', Value = '' } of Parameters ?? []) found.set(Name, Value)
  return found
}

export const currentSettings = () => settings

export const withSettings = (path: string) => ({
  before: async () => {
    settings ??= load(path)
    await settings
  },
})
