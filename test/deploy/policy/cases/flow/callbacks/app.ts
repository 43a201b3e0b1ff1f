import { DynamoDB, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})
const dynamodb = new DynamoDB({})

const find = (id: string, done: (error: unknown, item?: unknown) => void): void => {
  client.send(new GetItemCommand({ TableName: 'people', Key: { id: { S: id } } }), (error, data) => {
    if (error) return done(error)
    dynamodb.query(
      {
        TableName: 'pets',
        KeyConditionExpression: 'owner = :o',
        ExpressionAttributeValues: { ':o': { S: id } },
      },
      (failed: unknown, pets) => done(failed, { person: data?.Item ?? null, pets: pets?.Items ?? [] }),
    )
  })
}

export const app = calix(
  {},
  route(
    get('/people/:id'),
    ({ params }) =>
      new Promise((resolve, reject) => {
        find(params.id, (error, found) => (error ? reject(error) : resolve(found)))
      }),
  ),
)
