import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'

const db = new DynamoDBClient()
const TableName = 'invoices'

const get = async (id: string) => {
  const { Item } = await db.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))
  return Item ?? null
}
export const store = (id: string) => db.send(new PutItemCommand({ TableName, Item: { id: { S: id } } }))
export const remove = (id: string) => db.send(new DeleteItemCommand({ TableName, Key: { id: { S: id } } }))
export const all = () => db.send(new ScanCommand({ TableName }))
export { get as lookUp }
