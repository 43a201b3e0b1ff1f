const sdk = require('@aws-sdk/client-dynamodb')

const client = new sdk.DynamoDBClient({})
const TableName = 'tasks'

async function list() {
  const { Items = [] } = await client.send(new sdk.ScanCommand({ TableName }))
  return Items
}

async function add({ body }) {
  await client.send(new sdk.PutItemCommand({ TableName, Item: { title: { S: body.title } } }))
  return null
}

module.exports.list = list
module.exports.add = add
