import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

export class PollService {
  /** @param {{ dynamodb: import('@aws-sdk/client-dynamodb').DynamoDBClient, table: string }} options */
  constructor(options) {
    Object.assign(this, options)
  }

  async find(id) {
    const { Item } = await this.dynamodb.send(
      new GetItemCommand({ TableName: this.table, Key: marshall({ id }) }),
    )
    return Item ? unmarshall(Item) : undefined
  }

  async create(id, poll) {
    const Item = marshall({ ...poll, id, created: new Date().toISOString() })
    const input = { TableName: this.table, Item }
    input.ConditionExpression = 'attribute_not_exists(id)'
    await this.dynamodb.send(new PutItemCommand(input))
    return { id }
  }
}
