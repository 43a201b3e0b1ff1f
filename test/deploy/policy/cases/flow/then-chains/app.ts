import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, post, route } from 'calix'

const s3 = new S3Client({})
const sns = new SNSClient({})

const read = (Key: string) => s3.send(new GetObjectCommand({ Bucket: 'inbox', Key }))
const write = (Key: string) => (Body: string) =>
  s3.send(new PutObjectCommand({ Bucket: 'outbox', Key, Body }))
const tell = (Message: string) => () =>
  sns.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:moved', Message }))
const complain = (error: unknown) => tell(`failed: ${error}`)()

const move = route(post('/move/:key'), ({ params: { key } }) =>
  read(key)
    .then(({ Body }) => Body?.transformToString() ?? '')
    .then(write(key))
    .then(tell(key), complain)
    .catch(complain)
    .finally(() => console.debug('moved'))
    .then(() => null),
)

export const app = calix({}, move)
