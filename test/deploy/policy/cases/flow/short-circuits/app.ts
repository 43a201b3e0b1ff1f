import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, post, route } from 'calix'

const dynamodb = new DynamoDBClient({})
const sns = new SNSClient({})
const ssm = new SSMClient({})

const cache = new Map<string, unknown>()
const load = async (id: string) =>
  (await dynamodb.send(new GetItemCommand({ TableName: 'cached', Key: { id: { S: id } } }))).Item ?? null
const announce = (Message: string) =>
  sns.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:announced', Message }))
const limit = async () =>
  Number((await ssm.send(new GetParameterCommand({ Name: 'limit' }))).Parameter?.Value ?? 9)

let known: number | undefined

export const app = calix(
  {},
  route(get('/x/:id'), async ({ params: { id } }) => cache.get(id) ?? (await load(id))),
  route(post('/x/:id'), async ({ params: { id }, query }) => {
    const isLoud = query.loud === 'yes'
    isLoud && (await announce(id))
    const most = (known ||= await limit())
    const Item = { id: { S: id }, most: { N: String(most) } }
    return query.dry
      ? 'dry'
      : dynamodb.send(new PutItemCommand({ TableName: 'cached', Item })).then(() => 'kept')
  }),
)
