import { GetObjectCommand as Real, S3Client as RealClient } from '@aws-sdk/client-s3'
import { calix, get, post, put, route } from 'calix'
import { DynamoDB, S3Client } from './fakes.ts'

class PutObjectCommand {
  readonly input: unknown
  constructor(input: unknown) {
    this.input = input
  }
}

const s3 = new S3Client()
const dynamodb = new DynamoDB()
const real = new RealClient({})
const mailer = { send: async (command: unknown) => command }

export const app = calix(
  {},
  route(put('/a/:key'), async ({ params }) => {
    await s3.send(new PutObjectCommand({ Bucket: 'fake', Key: params.key }))
    return null
  }),
  route(post('/b'), async () => {
    await dynamodb.putItem({ TableName: 'fake' })
    return mailer.send({ SendEmailCommand: true }).then(() => null)
  }),
  route(get('/c'), async () => {
    await mailer.send(new Real({ Bucket: 'fake', Key: 'fake' }))
    const { Body } = await real.send(new Real({ Bucket: 'real', Key: 'real' }))
    return Body?.transformToString()
  }),
)
