import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { authorize, authorizer, calix, get, lambda, methods, post, put, route, use } from 'calix'
import { Resource } from 'sst'

// SST writes such into sst-env.d.ts.
declare module 'sst' {
  export interface Resource {
    AlbumPhotos: { readonly name: string }
    AlbumOrders: { readonly url: string }
  }
}

const s3 = new S3Client({})
const sqs = new SQSClient({})
const ssm = new SSMClient({})
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))

/** Something that every route and every authorizer may call. */
const readSettings = () => ssm.send(new GetParameterCommand({ Name: '/album/settings' }))

const members = authorizer(
  async ({ token }) => {
    const { Item } = await documents.send(new GetCommand({ TableName: 'album-sessions', Key: { token } }))
    return { routes: Item === undefined ? [] : ['*'], principalId: 'member' }
  },
  { name: 'members' },
)

const about = route(get('/about'), () => 'an album')

const photo = route(methods(['GET', 'HEAD'], '/photos/:id'), async ({ params }) => {
  const { ETag } = await s3.send(
    new GetObjectCommand({ Bucket: Resource.AlbumPhotos.name, Key: `photos/${params.id}` }),
  )
  return { etag: ETag }
})

const keep = route(put('/photos/:id'), async ({ params, rawBody }) => {
  await s3.send(
    new PutObjectCommand({ Bucket: Resource.AlbumPhotos.name, Key: `photos/${params.id}`, Body: rawBody }),
  )
  await documents.send(new PutCommand({ TableName: process.env.TABLE, Item: { id: params.id } }))
})

const order = authorize(members)(
  route(post('/orders'), async ({ body }) => {
    await sqs.send(
      new SendMessageCommand({ QueueUrl: Resource.AlbumOrders.url, MessageBody: JSON.stringify(body) }),
    )
  }),
)

export const app = use({ before: async () => void (await readSettings()) })(
  calix({ name: 'album' }, about, photo, keep, order),
)
export const handler = lambda(app)
