import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { calix, get, patch, put, route } from 'calix'

const createStore = ({
  tableName,
  client = DynamoDBDocumentClient.from(new DynamoDBClient({})),
}: {
  readonly tableName: string
  readonly client?: DynamoDBDocumentClient
}) => {
  const key = (id: string) => ({ TableName: tableName, Key: { id } })
  async function load(id: string) {
    const { Item } = await client.send(new GetCommand(key(id)))
    return Item ?? null
  }
  return {
    load,
    save: (id: string, value: unknown) =>
      client.send(new PutCommand({ TableName: tableName, Item: { id, value } })).then(() => null),
    touch(id: string) {
      return client
        .send(
          new UpdateCommand({
            ...key(id),
            UpdateExpression: 'SET touched = :now',
            ExpressionAttributeValues: { ':now': Date.now() },
          }),
        )
        .then(() => null)
    },
  }
}

const sessions = createStore({ tableName: 'sessions' })
const { load, touch } = createStore({ tableName: 'profiles' })

export const app = calix(
  {},
  route(get('/sessions/:id'), ({ params }) => sessions.load(params.id)),
  route(put('/sessions/:id'), ({ body, params }) => sessions.save(params.id, body)),
  route(get('/profiles/:id'), ({ params }) => load(params.id)),
  route(patch('/profiles/:id'), ({ params }) => touch(params.id)),
)
