import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { AnsweredRequest, InlineMiddleware, MiddlewareRequest } from 'calix'

export const audit = (client: DynamoDBClient, TableName: string): InlineMiddleware => {
  const write = async (what: string) => {
    await client.send(new PutItemCommand({ TableName, Item: { what: { S: what } } }))
  }
  const after = async ({ event, response }: AnsweredRequest) => {
    const { http } = event.requestContext as { readonly http: { readonly method: string } }
    if (http.method === 'POST' && response.statusCode < 300) await write('changed')
  }
  return { after, onError: ({ error }) => write(String(error)) }
}

export class Throttle {
  readonly #client: DynamoDBClient
  readonly #table: string
  constructor({ client, table }: { readonly client: DynamoDBClient; readonly table: string }) {
    this.#client = client
    this.#table = table
  }
  before = async (_: MiddlewareRequest): Promise<void> => {
    await this.#client.send(new UpdateItemCommand({ TableName: this.#table, Key: { id: { S: 'all' } } }))
  }
}
