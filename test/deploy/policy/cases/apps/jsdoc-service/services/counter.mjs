import { paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb'

/**
 * @param {import('@aws-sdk/client-dynamodb').DynamoDBClient} client
 * @param {string} TableName
 */
export const createCounter = (client, TableName) => ({
  /** @param {string} poll @param {string} option */
  increment: (poll, option) =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: { poll: { S: poll }, option: { S: option } },
        UpdateExpression: 'ADD votes :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    ),
  /** @param {string} poll */
  async *entries(poll) {
    const input = {
      TableName,
      KeyConditionExpression: 'poll = :p',
      ExpressionAttributeValues: { ':p': { S: poll } },
    }
    for await (const page of paginateQuery({ client }, input))
      yield* (page.Items ?? []).map(({ option, votes }) => [option.S, Number(votes.N)])
  },
})
