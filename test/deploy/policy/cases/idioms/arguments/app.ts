import { DynamoDBClient, GetItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, del, get, post, route } from 'calix'

const db = new DynamoDBClient()

const countOf = async (TableName = 'by-default', client = db) =>
  (await client.send(new ScanCommand({ TableName }))).Count ?? 0

const removeFrom = (Bucket: string, ...keys: ReadonlyArray<string>) => {
  const s3 = new S3Client()
  return Promise.all(keys.map((Key) => s3.send(new DeleteObjectCommand({ Bucket, Key }))))
}

const reader = (client: DynamoDBClient) => (TableName: string) => (id: string) =>
  client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))
const curried = reader(db)('curried')

const compose =
  <A, B, C>(g: (b: B) => C, f: (a: A) => B) =>
  (a: A): C =>
    g(f(a))
const inputOf = (Message: string) => ({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:composed', Message })
const toCommand = (input: ReturnType<typeof inputOf>) => new PublishCommand(input)
const send = (command: PublishCommand) => new SNSClient().send(command)
const publish = compose(send, compose(toCommand, inputOf))

const itemArguments = ['spread', 'id-1'] as const
const item = (table: string, id: string) => reader(db)(table)(id)

function parameter(..._path: ReadonlyArray<string>) {
  // biome-ignore lint/complexity/noArguments: it is about them
  return new SSMClient().send(new GetParameterCommand({ Name: `/${Array.from(arguments).join('/')}` }))
}

interface Options {
  readonly table: string
  readonly index?: string
  readonly page?: { readonly size?: number }
}
const query = ({ table, index = 'newest', page: { size = 10 } = {} }: Options) =>
  db.send(new QueryCommand({ TableName: table, IndexName: index, Limit: size }))

export const app = calix(
  {},
  route(get('/default'), () => countOf()),
  route(get('/given'), () => countOf('given', undefined)),
  route(del('/rest'), async () => {
    await removeFrom('rest-bucket', 'one', 'two')
    return null
  }),
  route(get('/curried/:id'), async ({ params }) => (await curried(params.id)).Item ?? null),
  route(post('/composed'), async () => {
    await publish('hello')
    return null
  }),
  route(get('/spread'), async () => (await item(...itemArguments)).Item ?? null),
  route(get('/arguments'), async () => (await parameter('by', 'arguments')).Parameter?.Value ?? null),
  route(get('/options'), async () => (await query({ table: 'by-option' })).Count ?? 0),
)
