import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, environment, get, lambda, type Middleware, prefix, provide, route, routes, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'

interface Environment {
  readonly db: DynamoDBClient
}

const cloudwatch = new CloudWatchClient({})

const metrics: Middleware = {
  after: async () => {
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'zoo', MetricData: [] }))
  },
}

const session = provide(async (_, { db }: Environment) => {
  const { Item } = await db.send(new GetItemCommand({ TableName: 'sessions', Key: { id: { S: '1' } } }))
  return { keeper: Item?.keeper?.S ?? 'ada' }
})

const house = provide(async ({ params }, { db, keeper }: Environment & { readonly keeper: string }) => {
  const { Item } = await db.send(
    new GetItemCommand({
      TableName: 'houses',
      Key: { house: { S: params.house ?? '' }, keeper: { S: keeper } },
    }),
  )
  return { house: { name: Item?.name?.S ?? 'apes' } }
})

/** Innermost first. */
const around = [house, session] as const

const animals = ['apes', 'birds'] as const

const counted = animals.map((animal) =>
  route(
    get(`/${animal}`),
    async (_, { db, house }: Environment & { readonly house: { readonly name: string } }) => {
      const { Count = 0 } = await db.send(new ScanCommand({ TableName: animal }))
      return { house: house.name, Count }
    },
  ),
)

const [apes, birds] = counted

const zoo = pipe(
  routes(...[apes, birds].filter((each) => each !== undefined)),
  use(...around),
  use(metrics, compress(), cors()),
  prefix('/houses/:house'),
)

export const app = calix({ environment: environment<Environment>() }, zoo)

export const handler = lambda(app, { db: new DynamoDBClient({}) })
