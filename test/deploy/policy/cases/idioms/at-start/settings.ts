import { paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm'

const parameters = new Map<string, string>()
const pages = paginateGetParametersByPath(
  { client: new SSMClient() },
  { Path: '/start', WithDecryption: true },
)
for await (const { Parameters = [] } of pages)
  for (const { Name, Value } of Parameters)
    if (Name !== undefined && Value !== undefined) parameters.set(Name, Value)

export const settings = { table: 'from-start', limit: Number(parameters.get('/start/limit') ?? 10) }
