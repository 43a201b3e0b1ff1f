import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { ConflictError } from 'calix'

const client = new DynamoDBClient({})

export interface BookRoom {
  readonly room: string
  readonly day: string
}

export const bookRoom = async ({ room, day }: BookRoom) => {
  try {
    await client.send(
      new PutItemCommand({
        TableName: 'bookings',
        Item: { room: { S: room }, day: { S: day } },
        ConditionExpression: 'attribute_not_exists(room)',
      }),
    )
    return { booked: true }
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new ConflictError('taken')
    throw error
  }
}
