import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, environment, get, lambda, type Middleware, provide, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'

interface Environment {
  readonly db: DynamoDBClient
}

const cloudwatch = new CloudWatchClient({})
const sns = new SNSClient({})

const counted: Middleware = {
  after: async () => {
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'zoo', MetricData: [] }))
  },
}

const announced: Middleware = {
  before: async () => {
    await sns.send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:visits', Message: 'one more' }),
    )
  },
}

const keeper = provide(async (_, { db }: Environment) => {
  const { Item } = await db.send(new GetItemCommand({ TableName: 'keepers', Key: { id: { S: '1' } } }))
  return { keeper: Item?.name?.S ?? 'ada' }
})

interface Keeper {
  readonly keeper: string
}

let all = pipe(
  routes(
    route(get('/apes'), (_, { keeper }: Keeper) => `${keeper} keeps the apes`),
    route(get('/birds'), (_, { keeper }: Keeper) => `${keeper} keeps the birds`),
  ),
  use(keeper),
)

for (const each of [counted, announced]) all = pipe(all, use(each))

export const app = calix({ environment: environment<Environment>() }, all)

export const handler = lambda(app, { db: new DynamoDBClient({}) })
