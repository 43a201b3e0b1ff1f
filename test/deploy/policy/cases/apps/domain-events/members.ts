import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { emit } from './events/bus.ts'

const client = new DynamoDBClient({})
const TableName = 'club-members'

export async function join(memberId: string, email: string) {
  await client.send(
    new PutItemCommand({ TableName, Item: { memberId: { S: memberId }, email: { S: email } } }),
  )
  await emit('member.joined', { memberId, email })
  return { memberId }
}

export async function leave(memberId: string) {
  await client.send(new DeleteItemCommand({ TableName, Key: { memberId: { S: memberId } } }))
  await emit('member.left', { memberId })
  return null
}
