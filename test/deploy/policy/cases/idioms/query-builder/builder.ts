import { DynamoDBClient, QueryCommand, type QueryCommandInput, ScanCommand } from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient()

export interface Builder {
  readonly where: (name: string, value: string) => Builder
  readonly index: (name: string) => Builder
  readonly limit: (count: number) => Builder
  readonly run: () => ReturnType<typeof query>
  readonly all: () => ReturnType<typeof scan>
}

const query = (input: QueryCommandInput) => client.send(new QueryCommand(input))
const scan = (TableName: string | undefined) => client.send(new ScanCommand({ TableName }))

const builder = (input: QueryCommandInput): Builder => ({
  where: (name, value) =>
    builder({
      ...input,
      KeyConditionExpression: '#n = :v',
      ExpressionAttributeNames: { '#n': name },
      ExpressionAttributeValues: { ':v': { S: value } },
    }),
  index: (IndexName) => builder({ ...input, IndexName }),
  limit: (Limit) => builder({ ...input, Limit }),
  run: () => query(input),
  all: () => scan(input.TableName),
})

export const from = (TableName: string): Builder => builder({ TableName })
