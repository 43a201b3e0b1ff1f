import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, MethodNotAllowedError, methods, type Request, route } from 'calix'

const client = new DynamoDBClient({})
const keyed = (id: string) => ({ TableName: 'pages', Key: { id: { S: id } } })
type Asked = Request<{ readonly id: string }>

const OPERATIONS: Readonly<Record<string, (request: Asked) => Promise<unknown>>> = {
  GET: async ({ params }) => (await client.send(new GetItemCommand(keyed(params.id)))).Item ?? null,
  PUT: async ({ params }) => {
    await client.send(new PutItemCommand({ TableName: 'pages', Item: { id: { S: params.id } } }))
    return null
  },
  DELETE: async ({ params }) => {
    await client.send(new DeleteItemCommand(keyed(params.id)))
    return null
  },
}

const page = route(methods(['GET', 'PUT', 'DELETE'], '/pages/:id'), (request) => {
  const operation = OPERATIONS[request.method]
  return operation === undefined ? new MethodNotAllowedError(request.method) : operation(request)
})

const read = (id: string) => client.send(new GetItemCommand(keyed(id))).then(({ Item }) => Item ?? null)
const write = (id: string) =>
  client.send(new PutItemCommand({ TableName: 'drafts', Item: { id: { S: id } } })).then(() => null)

const draft = route(methods(['GET', 'POST'], '/drafts/:id'), ({ method, params: { id } }) => {
  const isWrite = method !== 'GET'
  return isWrite ? write(id) : read(id)
})

export const app = calix({}, page, draft)
