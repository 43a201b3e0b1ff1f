// @ts-nocheck TypeScript does not erase enums and namespaces, so the repository's own configuration refuses them.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

enum Table {
  Users = 'users-table',
  Orders = 'orders-table',
}

const enum Bucket {
  Media = 'media-bucket',
}

namespace Keys {
  export const cover = 'cover.png'
  export function page(n: string) {
    return `pages/${n}.png`
  }
}

const client = new DynamoDBClient({})
const s3 = new S3Client({})
const find = async (table: Table, id: string) =>
  (await client.send(new GetItemCommand({ TableName: table, Key: { id: { S: id } } }))).Item ?? null
const read = async (Key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: Bucket.Media, Key }))
  return Body?.transformToString()
}

export const app = calix(
  {},
  route(get('/users/:id'), ({ params }) => find(Table.Users, params.id)),
  route(get('/orders/:id'), ({ params }) => find(Table['Orders'], params.id)),
  route(get('/cover'), () => read(Keys.cover)),
  route(get('/pages/:n'), ({ params }) => read(Keys.page(params.n))),
)
