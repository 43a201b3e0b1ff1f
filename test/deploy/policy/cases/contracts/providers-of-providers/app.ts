import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, environment, ForbiddenError, get, lambda, prefix, provide, route, routes, use } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'

interface Environment {
  readonly db: DynamoDBClient
  readonly files: S3Client
  readonly bucket: string
}

interface Session {
  readonly session: { readonly user: string }
}

interface Plan {
  readonly plan: 'free' | 'paid'
}

/** The outermost: the others are given what it gives. */
const session = provide(async ({ headers }, { db }: Pick<Environment, 'db'>) => {
  const { Item } = await db.send(
    new GetItemCommand({ TableName: 'sessions', Key: { id: { S: headers.cookie ?? '' } } }),
  )
  return { session: { user: Item?.user?.S ?? 'nobody' } }
})

const plan = provide(async (_, { db, session }: Pick<Environment, 'db'> & Session) => {
  const { Item } = await db.send(
    new GetItemCommand({ TableName: 'plans', Key: { user: { S: session.user } } }),
  )
  const of: Plan['plan'] = Item?.kind?.S === 'paid' ? 'paid' : 'free'
  return { plan: of }
})

/** Takes the place of the environment's bucket. */
const storage = provide((_, { plan }: Plan) =>
  plan === 'paid'
    ? E.right({ bucket: 'paid-reports' })
    : E.left(new ForbiddenError('reports are for payers')),
)

const report = route(get('/reports/:id'), async ({ params }, { bucket, files }: Omit<Environment, 'db'>) => {
  const { Body } = await files.send(new GetObjectCommand({ Bucket: bucket, Key: `${params.id}.pdf` }))
  return Body?.transformToString() ?? null
})

const mine = route(get('/plan'), (_, { plan, session }: Session & Plan) => `${session.user}: ${plan}`)

const news = route(get('/news/:id'), async ({ params }, { bucket, files }: Omit<Environment, 'db'>) => {
  const { Body } = await files.send(new GetObjectCommand({ Bucket: bucket, Key: `news/${params.id}` }))
  return Body?.transformToString() ?? null
})

const account = pipe(routes(pipe(report, use(storage)), mine), use(plan, session), prefix('/account'))

export const app = calix({ environment: environment<Environment>() }, account, news)

export const handler = lambda(app, {
  db: new DynamoDBClient({}),
  files: new S3Client({}),
  bucket: 'open-files',
})
