import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { Trip } from '../trip.ts'
import type { Step } from '../saga.ts'

const dynamo = new DynamoDBClient({})
const TABLE = 'flights'

export const flight: Step<Trip> = {
  name: 'flight',
  run: async ({ id }) => {
    await dynamo.send(new PutItemCommand({ TableName: TABLE, Item: { id: { S: id } } }))
    return { flight: `F-${id}` }
  },
  undo: async ({ id }) => {
    await dynamo.send(new DeleteItemCommand({ TableName: TABLE, Key: { id: { S: id } } }))
  },
}
