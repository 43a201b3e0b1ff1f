import { DeleteObjectsCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'
import { calix, del, get, route } from 'calix'

const client = new S3Client({})
const Bucket = 'scratch'

async function* keysUnder(prefix: string): AsyncGenerator<string> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix }))
    for (const { Key } of Contents) if (Key !== undefined) yield Key
}

const clear = route(del('/scratch/:folder'), async ({ params }) => {
  const keys: Array<string> = []
  for await (const key of keysUnder(`${params.folder}/`)) keys.push(key)
  if (keys.length === 0) return 0
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }))
  return keys.length
})

const count = route(get('/scratch/:folder'), async ({ params }) => {
  let found = 0
  const pages = keysUnder(params.folder)[Symbol.asyncIterator]()
  while (!(await pages.next()).done) found += 1
  return found
})

export const app = calix({}, clear, count)
