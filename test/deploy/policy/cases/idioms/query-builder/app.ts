import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { ExecuteStatementCommand, RDSDataClient, type SqlParameter } from '@aws-sdk/client-rds-data'
import { calix, get, route } from 'calix'
import { from } from './builder.ts'

const cluster = {
  resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:main',
  secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf',
}
const data = new RDSDataClient()

const sql = (texts: TemplateStringsArray, ...values: ReadonlyArray<string>) => {
  const text = texts.reduce((all, each, index) => `${all}:p${index - 1}${each}`)
  const parameters: Array<SqlParameter> = values.map((stringValue, index) => ({
    name: `p${index}`,
    value: { stringValue },
  }))
  return data.send(new ExecuteStatementCommand({ ...cluster, sql: text, parameters }))
}

const regions = { us: 'us-east-1', eu: 'eu-central-1' } as const
const clients = new Map<string, DynamoDBClient>()
const clientIn = (region: string): DynamoDBClient => {
  const known = clients.get(region)
  if (known) return known
  const made = new DynamoDBClient({ region })
  clients.set(region, made)
  return made
}

export const app = calix(
  {},
  route(get('/built'), async ({ query }) => {
    const rows = from('built')
      .where('pk', query.pk ?? '1')
      .index('by-date')
      .limit(5)
    return (await rows.run()).Count ?? 0
  }),
  route(get('/scanned'), async () => (await from('built').all()).Count ?? 0),
  route(get('/sql'), async ({ query }) => {
    const { records = [] } = await sql`SELECT * FROM people WHERE name = ${query.name ?? 'a'}`
    return records.length
  }),
  route(get('/regions'), async ({ query }) => {
    const region = query.in === 'us' ? regions.us : regions.eu
    const { Item } = await clientIn(region).send(new GetItemCommand({ TableName: 'global', Key: {} }))
    return Item ?? null
  }),
)
