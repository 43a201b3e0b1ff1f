import { DynamoDBClient, DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, del, get, put, type Routes, route, routes } from 'calix'

const client = new DynamoDBClient({})

const crud = (table: string): ReadonlyArray<Routes> => {
  const key = (id: string) => ({ TableName: table, Key: { id: { S: id } } })
  return [
    route(
      get(`/${table}/:id`),
      async ({ params }) => (await client.send(new GetItemCommand(key(params.id)))).Item ?? null,
    ),
    route(put(`/${table}/:id`), async ({ params }) => {
      await client.send(new PutItemCommand({ TableName: table, Item: { id: { S: params.id } } }))
      return null
    }),
  ]
}

const removable = (['books', 'films'] as const).map((kind) =>
  route(del(`/${kind}/:id`), async ({ params }) => {
    await client.send(new DeleteItemCommand({ TableName: kind, Key: { id: { S: params.id } } }))
  }),
)

const all: Array<Routes> = []
for (const table of ['books', 'films']) all.push(...crud(table))

export const app = calix({}, routes(...all), ...removable)
