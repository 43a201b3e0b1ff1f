import { ExecuteStatementCommand } from '@aws-sdk/lib-dynamodb'
import { documents } from './documents.ts'

export const partiql = async (Statement: string, ...parameters: ReadonlyArray<string>) => {
  const { Items = [] } = await documents.send(
    new ExecuteStatementCommand({ Statement, ...(parameters.length > 0 && { Parameters: [...parameters] }) }),
  )
  return Items
}
