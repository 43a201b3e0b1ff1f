import { DeleteTableCommand, DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, del, get, type Routes, route } from 'calix'
import { FLAGS } from './flags.ts'

const client = new DynamoDBClient({})

const isDebug = process.env.DEBUG_ROUTES === 'on'
const debug: ReadonlyArray<Routes> = isDebug
  ? [route(del('/rows'), () => client.send(new DeleteTableCommand({ TableName: 'rows' })).then(() => null))]
  : []

class Source {
  async load(): Promise<unknown> {
    return (await client.send(new ScanCommand({ TableName: 'rows' }))).Items ?? []
  }
}
class OneRow extends Source {
  override async load(): Promise<unknown> {
    const Key = { id: { S: '1' } }
    return (await client.send(new GetItemCommand({ TableName: 'rows', Key }))).Item ?? null
  }
}

export const app = calix(
  {},
  route(get('/rows'), async () => (FLAGS.all ? new Source().load() : new OneRow().load())),
  ...debug,
)
