import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms'
import { authorize, authorizer, calix, get, route, routes, UnauthorizedError } from 'calix'
import { pipe } from 'fp-ts/function'

const tables = new DynamoDBClient({})
const s3 = new S3Client({})
const kms = new KMSClient({})

const users = authorizer(
  async ({ token }) => {
    const { Item } = await tables.send(
      new GetItemCommand({ TableName: 'tokens', Key: { token: { S: token } } }),
    )
    if (Item === undefined) throw new UnauthorizedError('Unknown token')
    return { principalId: token, routes: ['*'] }
  },
  { name: 'users' },
)

const sealed = authorizer(
  async ({ token }) => {
    await kms.send(
      new DecryptCommand({
        KeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        CiphertextBlob: Buffer.from(token, 'base64'),
      }),
    )
    return { principalId: 'sealed', routes: ['*'] }
  },
  { name: 'sealed' },
)

const file =
  (bucket: string) =>
  async ({ params }: { readonly params: { readonly key: string } }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: params.key }))
    return Body?.transformToString()
  }

export const app = calix(
  {},
  pipe(routes(route(get('/private/:key'), file('private'))), authorize(users)),
  route(pipe(get('/sealed/:key'), authorize(sealed)), file('sealed')),
  route(get('/public/:key'), file('public')),
)
