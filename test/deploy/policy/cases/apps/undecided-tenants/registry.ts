import { readFileSync } from 'node:fs'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { NotFoundError } from 'calix'

interface Tenant {
  readonly bucket: string
  readonly queue: string
}

const client = new DynamoDBClient({})

export const tenant = async (id: string): Promise<Tenant> => {
  const { Item } = await client.send(new GetItemCommand({ TableName: 'tenants', Key: { id: { S: id } } }))
  if (!Item?.bucket?.S || !Item.queue?.S) throw new NotFoundError('no such tenant')
  return { bucket: Item.bucket.S, queue: Item.queue.S }
}

/** What the image was built with. */
export const builtWith = (): { readonly logTable: string } =>
  JSON.parse(readFileSync(process.env.BUILD_FILE ?? '/dev/null', 'utf8') || '{"logTable":"built-in-log"}')
