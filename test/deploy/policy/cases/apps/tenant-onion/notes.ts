import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { tableOf, tenant } from './tenancy.ts'

const dynamo = new DynamoDBClient({})
const s3 = new S3Client({})

export const readNote = async (id: string) =>
  (await dynamo.send(new GetItemCommand({ TableName: tableOf('notes'), Key: { id: { S: id } } }))).Item ?? {}

export const writeNote = async (id: string, text: string) => {
  const Item = { id: { S: id }, text: { S: text } }
  await dynamo.send(new PutItemCommand({ TableName: tableOf('notes'), Item }))
  return id
}

export const removeNote = async (id: string) => {
  await dynamo.send(new DeleteItemCommand({ TableName: tableOf('notes'), Key: { id: { S: id } } }))
  await s3.send(new DeleteObjectCommand({ Bucket: 'tenant-files', Key: `${tenant().id}/notes/${id}` }))
  return null
}
