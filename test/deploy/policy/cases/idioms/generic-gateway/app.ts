// @ts-nocheck Which command goes with which client is lost on the compiler.
import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, del, get, put, route } from 'calix'

type Client<I, O> = { send(command: Command<I, O>): Promise<O> }
type Command<I, O> = { readonly input: I; readonly output?: O }

function gateway<C>(client: C) {
  async function call<I, O>(command: Command<I, O>): Promise<O>
  async function call<I, O>(Command: new (input: I) => Command<I, O>, input: I): Promise<O>
  async function call(first, input?) {
    const command = typeof first === 'function' ? new first(input) : first
    const started = Date.now()
    try {
      return await client.send(command)
    } finally {
      console.debug(command.constructor.name, Date.now() - started)
    }
  }
  return call
}

const db = gateway(new DynamoDBClient({}))
const s3 = gateway(new S3Client({}))

const clients = { db: new DynamoDBClient({}), s3: new S3Client({}), ssm: new SSMClient({}) }
const dispatch = <K extends keyof typeof clients>(name: K, command) => clients[name].send(command)

const request = (what: string | undefined) =>
  what === 'row'
    ? { client: clients.db, command: new DeleteItemCommand({ TableName: 'gateway', Key: {} }) }
    : { client: clients.s3, command: new DeleteObjectCommand({ Bucket: 'gateway-files', Key: 'five' }) }

const discard = async (run: Promise<unknown>) => {
  await run
  return null
}

export const app = calix(
  {},
  route(get('/one'), () => discard(db(new GetItemCommand({ TableName: 'gateway', Key: {} })))),
  route(put('/one'), () => discard(db(PutItemCommand, { TableName: 'gateway', Item: {} }))),
  route(get('/two'), () => discard(s3(GetObjectCommand, { Bucket: 'gateway-files', Key: 'two' }))),
  route(get('/three'), async () => {
    const all = await Promise.allSettled([
      dispatch('db', new DescribeTableCommand({ TableName: 'gateway' })),
      dispatch('s3', new HeadBucketCommand({ Bucket: 'gateway-files' })),
    ])
    return all.every(({ status }) => status === 'fulfilled')
  }),
  route(get('/four'), () => discard(dispatch('ssm', new GetParameterCommand({ Name: 'four' })))),
  route(del('/five'), async ({ query }) => {
    const { client, command } = request(query.what)
    return discard(client.send(command))
  }),
)
