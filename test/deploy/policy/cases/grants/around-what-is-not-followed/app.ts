import { S3 } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, grants, post, route } from 'calix'
import { pipe } from 'fp-ts/function'

const s3 = new S3({}) as unknown as Readonly<Record<string, (input: object) => Promise<unknown>>>
const sns = new SNSClient({})

const read = grants({ 's3:GetObject': 'arn:aws:s3:::granted/public/*' })(async (operation: string) =>
  s3[operation]?.({ Bucket: 'granted', Key: 'public/a' }),
)

const tell = pipe(
  route(post('/tell/:topic'), async ({ params }) => {
    await sns.send(
      new PublishCommand({ TopicArn: `arn:aws:sns:eu-west-1:123456789012:${params.topic}`, Message: 'a' }),
    )
    return null
  }),
  grants({
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:one', 'arn:aws:sns:eu-west-1:123456789012:two'],
  }),
)

export const app = calix(
  {},
  route(get('/x/:operation'), async ({ params }) => {
    await read(params.operation)
    return null
  }),
  tell,
  route(get('/none'), () => 'none'),
)
