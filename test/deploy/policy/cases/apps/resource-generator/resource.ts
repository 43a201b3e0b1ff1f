import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { del, get, put, type Routes, route, routes } from 'calix'

export interface ResourceOptions {
  readonly table?: string
  readonly ownerIndex?: string
  readonly announceTo?: string
  readonly only?: ReadonlyArray<'read' | 'write' | 'list' | 'remove'>
}

const dynamo = new DynamoDBClient({})
const sns = new SNSClient({})

export const resource = (name: string, options: ResourceOptions = {}): Routes => {
  const {
    table: TableName = `cms-${name}`,
    ownerIndex,
    announceTo,
    only = ['read', 'write', 'list', 'remove'],
  } = options
  const announce = async (what: string, id: string) => {
    if (announceTo === undefined) return
    await sns.send(new PublishCommand({ TopicArn: announceTo, Message: `${name} ${id} ${what}` }))
  }
  const made = {
    read: () =>
      route(get(`/${name}/:id` as '/x/:id'), async ({ params: { id } }) => {
        const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: marshall({ id }) }))
        return Item === undefined ? {} : unmarshall(Item)
      }),
    write: () =>
      route(put(`/${name}/:id` as '/x/:id'), async ({ params: { id }, body }) => {
        await dynamo.send(new PutItemCommand({ TableName, Item: marshall({ ...(body as object), id }) }))
        await announce('written', id)
        return { id }
      }),
    list: () =>
      route(get(`/${name}` as '/x'), async ({ query }) => {
        const input = {
          TableName,
          ...(ownerIndex === undefined ? {} : { IndexName: ownerIndex }),
          KeyConditionExpression: '#o = :o',
          ExpressionAttributeNames: { '#o': 'owner' },
          ExpressionAttributeValues: marshall({ ':o': query.owner ?? '' }),
        }
        const found: Array<unknown> = []
        for await (const { Items = [] } of paginateQuery({ client: dynamo }, input))
          found.push(...Items.map((item) => unmarshall(item)))
        return found
      }),
    remove: () =>
      route(del(`/${name}/:id` as '/x/:id'), async ({ params: { id } }) => {
        await dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ id }) }))
        await announce('removed', id)
      }),
  }
  return routes(...(only.map((each) => made[each]()) as ReadonlyArray<Routes>))
}
