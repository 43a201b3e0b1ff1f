import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { Bus } from '../bus.ts'

const client = new DynamoDBClient({})

export const queries = new Bus()
  .register('bookings-of-room', async ({ room }: { readonly room: string }) => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: 'bookings',
        KeyConditionExpression: 'room = :r',
        ExpressionAttributeValues: { ':r': { S: room } },
      }),
    )
    return Items ?? []
  })
  .register('rooms', async () => (await client.send(new ScanCommand({ TableName: 'rooms' }))).Items ?? [])
