// @ts-nocheck
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'

let shared
const client = () => (shared ??= DynamoDBDocumentClient.from(new DynamoDBClient({})))

export const entity = (table, schema) => {
  const key = (id) => ({ pk: `${schema.name}#${id}` })
  const write = {
    put: (item) => ({ Put: { TableName: table(), Item: { ...item, kind: schema.name } } }),
    check: (id) => ({
      ConditionCheck: { TableName: table(), Key: key(id), ConditionExpression: 'attribute_exists(pk)' },
    }),
    remove: (id) => ({ Delete: { TableName: table(), Key: key(id) } }),
  }
  return {
    get: (id) => ({ go: () => client().send(new GetCommand({ TableName: table(), Key: key(id) })) }),
    put: (item) => {
      const params = { TableName: table(), Item: { ...key(item?.id), ...item } }
      return {
        where(condition) {
          params.ConditionExpression = condition
          return this
        },
        go: () => client().send(new PutCommand(params)),
      }
    },
    query: Object.fromEntries(
      Object.entries(schema.indexes).map(([name, { field, index }]) => [
        name,
        (value) => {
          const params = {
            TableName: table(),
            IndexName: index,
            KeyConditionExpression: `${field} = :value`,
            ExpressionAttributeValues: { ':value': value },
          }
          const query = {
            limit(count) {
              params.Limit = count
              return query
            },
            go: async () => client().send(new QueryCommand(params)),
          }
          return query
        },
      ]),
    ),
    transaction: (build) => client().send(new TransactWriteCommand({ TransactItems: build(write) })),
  }
}
