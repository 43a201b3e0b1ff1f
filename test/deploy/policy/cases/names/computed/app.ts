import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route, routes } from 'calix'
import { config, parseEnvironment } from './config.ts'

const client = new DynamoDBClient({})
const find = async (TableName: string | undefined) =>
  (await client.send(new GetItemCommand({ TableName, Key: { id: { S: '1' } } }))).Item ?? null

const NAMES = ['first-table', 'second-table', 'third-table'] as const
const [first, ...others] = NAMES
const { second = others[0] } = {} as { readonly second?: string }
const merged = Object.assign({}, { table: 'base-table', other: 1 }, config.overrides)
const copy = structuredClone({ deep: { table: 'cloned-table' } })
const frozen = Object.freeze({ table: 'frozen-table' })
const byStage = new Map([
  ['dev', 'map-dev'],
  ['prod', 'map-prod'],
])
const { TABLE_FROM_SCHEMA } = parseEnvironment({ TABLE_FROM_SCHEMA: String, LIMIT: Number })

export const app = calix(
  {},
  routes(
    route(get('/first'), () => find(first)),
    route(get('/second'), () => find(second)),
    route(get('/third'), () => find(NAMES.at(-1))),
    route(get('/merged'), () => find(merged.table)),
    route(get('/cloned'), () => find(copy.deep.table)),
    route(get('/frozen'), () => find(frozen.table)),
    route(get('/map'), () => find(byStage.get('prod'))),
    route(get('/parsed'), () => find(config.parsed.table)),
    route(get('/schema'), () => find(TABLE_FROM_SCHEMA)),
    route(get('/text'), () => find('a-b'.split('-').reverse().join('-').replace('b', 'z').padEnd(5, '9'))),
    route(get('/entry'), () => find(Object.entries({ x: 'entry-table' })[0]?.[1])),
    route(get('/tag'), () => find(String.raw`tag-${'table'}`)),
  ),
)
