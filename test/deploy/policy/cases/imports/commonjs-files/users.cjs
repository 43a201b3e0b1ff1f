'use strict'
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb')
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb')
const { table: usersTable } = require('./names.cjs')

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))

exports.findUser = async (id) => {
  const { Item } = await documents.send(new GetCommand({ TableName: usersTable, Key: { id } }))
  return Item ?? null
}

exports.removeUser = async (id) => {
  const { DeleteCommand } = require('@aws-sdk/lib-dynamodb')
  await documents.send(new DeleteCommand({ TableName: usersTable, Key: { id } }))
}
