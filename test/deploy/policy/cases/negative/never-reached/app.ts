// @ts-nocheck Code that cannot be reached is what this is about.
import {
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})
const DEBUG = false
const VERSION = 2

const read = route(get('/rows/:id'), async ({ params }) => {
  if (false) await client.send(new PutItemCommand({ TableName: 'rows', Item: {} }))
  if (DEBUG) {
    await client.send(new ScanCommand({ TableName: 'rows' }))
  }
  if (VERSION === 1) return client.send(new UpdateItemCommand({ TableName: 'rows', Key: {} }))
  const { Item } = await client.send(new GetItemCommand({ TableName: 'rows', Key: { id: { S: params.id } } }))
  return Item ?? null
  await client.send(new DeleteTableCommand({ TableName: 'rows' }))
})

const throws = route(get('/throws'), async () => {
  try {
    throw new Error('always')
    await client.send(new DeleteTableCommand({ TableName: 'rows' }))
  } catch {
    return DEBUG ? client.send(new ScanCommand({ TableName: 'rows' })) : 'thrown'
  }
  while (true) await client.send(new DeleteTableCommand({ TableName: 'rows' }))
})

export const app = calix({}, read, throws)
