import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, type InlineMiddleware, post, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'

const cloudwatch = new CloudWatchClient({})
const dynamodb = new DynamoDBClient({})
const ssm = new SSMClient({})
const sns = new SNSClient({})

const metrics = (namespace: string): InlineMiddleware => ({
  after: async () => {
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [] }))
  },
})

const flags: InlineMiddleware = {
  before: async (request) => {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/flags/closed' }))
    if (Parameter?.Value === 'yes') return { statusCode: 403, headers: {}, body: '', isBase64Encoded: false }
    request.internal.flags = Parameter
    return undefined
  },
}

const alarm = {
  async onError({ error }: { readonly error: unknown }) {
    await sns.send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:alarms', Message: String(error) }),
    )
  },
}

const show = route(get('/items/:id'), async ({ params }) => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: 'items', Key: { id: { S: params.id } } }),
  )
  return Item ?? null
})
const add = pipe(
  route(post('/items'), async () => {
    await dynamodb.send(new PutItemCommand({ TableName: 'items', Item: { id: { S: '1' } } }))
    return null
  }),
  use(alarm),
)
const health = route(get('/health'), () => 'fine')

export const app = pipe(calix({}, pipe(routes(show, add), use(flags)), health), use(metrics('Items')))
