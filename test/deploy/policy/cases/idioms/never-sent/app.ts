import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, del, get, route } from 'calix'
import { kept, Queue } from './parts.ts'

const db = new DynamoDBClient()

// An admin's route, which is not mounted.
export const danger = route(del('/everything'), async () => {
  await new S3Client().send(new DeleteBucketCommand({ Bucket: 'everything' }))
  return null
})

const cleanUp = async () => {
  await db.send(new DeleteItemCommand({ TableName: 'kept', Key: {} }))
}

const laterOf = (run: () => Promise<unknown>) => ({ run, isPlanned: true })

const actions = {
  list: () => db.send(new ScanCommand({ TableName: 'first' })),
}
const replaced = { ...actions, list: () => db.send(new ScanCommand({ TableName: 'second' })) }

const decide = (role: 'reader' | 'writer') => {
  if (role === 'reader') return null
  return cleanUp()
}

export const app = calix(
  {},
  route(get('/kept'), async () => (await kept()).Item ?? null),
  route(get('/thunk'), () => laterOf(cleanUp).isPlanned),
  route(get('/replaced'), async () => (await replaced.list()).Count ?? 0),
  route(get('/unused-branch'), () => decide('reader')),
  route(get('/method'), async () => (await new Queue().read()).Messages?.length ?? 0),
)
