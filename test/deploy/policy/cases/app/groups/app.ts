import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, monoid, post, prefix, route, routes, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import { concatAll } from 'fp-ts/Monoid'
import { pipe } from 'fp-ts/function'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'

const s3 = new S3Client({})
const sqs = new SQSClient({})

const page = route(get('/pages/:name'), async ({ params }) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'pages', Key: `${params.name}.html` }))
  return Body?.transformToString()
})

const contact = route(post('/contact'), async ({ body }) => {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/contact',
      MessageBody: String(body),
    }),
  )
  return null
})

const v1 = pipe(routes(page, contact), prefix('/v1'), use(cors()))
const v2 = pipe(routes(page), prefix('/v2'), prefix('/api'), use(compress()))
const health = route(get('/health'), () => 'fine')

export const app = calix({ name: 'grouped' }, concatAll(monoid)([v1, v2, health]))
