import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'

let shared

/**
 * @param {string} TableName
 */
export default function keyValue(TableName) {
  const documents = () => (shared = shared ?? DynamoDBDocument.from(new DynamoDBClient({})))
  return {
    /** @param {string} id */
    get: (id) =>
      documents()
        .get({ TableName, Key: { id } })
        .then(({ Item }) => Item),
    /** @param {string} id @param {object} value */
    put: async (id, value) => {
      await documents().put({ TableName, Item: { ...value, id } })
    },
    /** @param {string} id */
    remove: (id) => documents().delete({ TableName, Key: { id } }),
  }
}
