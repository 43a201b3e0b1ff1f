// The app whose policy the benchmark derives, written as people write them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What kinds of things the routes are about, a folder each. */
const KINDS = [
  'users',
  'orders',
  'invoices',
  'photos',
  'carts',
  'reviews',
  'payments',
  'messages',
  'reports',
  'tickets',
]

const SHARED: Readonly<Record<string, string>> = {
  'clients.ts': `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
export const s3 = new S3Client({})
export const sns = new SNSClient({})
export const sqs = new SQSClient({})
`,
  'names.ts': `const STAGE = process.env.STAGE ?? 'dev'
const named = (name: string): string => \`shop-\${STAGE}-\${name}\`

export const table = (kind: string): string => named(kind)
export const bucket = named('files')
export const topic = \`arn:aws:sns:eu-west-1:123456789012:\${named('events')}\`
export const queue = \`https://sqs.eu-west-1.amazonaws.com/123456789012/\${named('jobs')}\`
`,
  'repository.ts': `import { DeleteCommand, GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { documents } from './clients.ts'
import { table } from './names.ts'
import { withRetry } from './retry.ts'

export class Repository<A extends { readonly id: string }> {
  readonly #table: string
  constructor(kind: string) {
    this.#table = table(kind)
  }
  async find(id: string): Promise<A | undefined> {
    const { Item } = await withRetry(() => documents.send(new GetCommand({ TableName: this.#table, Key: { id } })))
    return Item as A | undefined
  }
  async save(item: A): Promise<A> {
    await withRetry(() => documents.send(new PutCommand({ TableName: this.#table, Item: item })))
    return item
  }
  async touch(id: string): Promise<void> {
    await documents.send(new UpdateCommand({ TableName: this.#table, Key: { id }, UpdateExpression: 'SET seen = :now', ExpressionAttributeValues: { ':now': Date.now() } }))
  }
  async remove(id: string): Promise<void> {
    await documents.send(new DeleteCommand({ TableName: this.#table, Key: { id } }))
  }
  async *of(owner: string): AsyncGenerator<A> {
    const input = { TableName: this.#table, IndexName: 'owner', KeyConditionExpression: '#o = :o', ExpressionAttributeNames: { '#o': 'owner' }, ExpressionAttributeValues: { ':o': owner } }
    for await (const { Items = [] } of paginateQuery({ client: documents }, input)) yield* Items as Array<A>
  }
}
`,
  'retry.ts': `export const withRetry = async <A>(effect: () => Promise<A>, times = 3): Promise<A> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await effect()
    } catch (error) {
      if (attempt === times) throw error
    }
  }
}
`,
  'files.ts': `import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { s3 } from './clients.ts'
import { bucket } from './names.ts'

const keyOf = (kind: string, id: string): string => [kind, encodeURIComponent(id)].join('/')

export const read = async (kind: string, id: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(kind, id) }))
  return Body?.transformToString()
}
export const write = (kind: string, id: string, body: string) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(kind, id), Body: body }))
export const link = (kind: string, id: string) =>
  getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: keyOf(kind, id) }), { expiresIn: 300 })
`,
  'events.ts': `import { PublishCommand } from '@aws-sdk/client-sns'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { sns, sqs } from './clients.ts'
import { queue, topic } from './names.ts'

export const tell = (type: string, detail: object) =>
  sns.send(new PublishCommand({ TopicArn: topic, Message: JSON.stringify({ type, ...detail }) }))
export const later = (job: string, detail: object) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: JSON.stringify({ job, ...detail }) }))
`,
  'audit.ts': `import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { InlineMiddleware } from 'calix'
import { documents } from './clients.ts'
import { table } from './names.ts'

export const audit = (kind: string): InlineMiddleware => ({
  after: async ({ response }) => {
    if (response.statusCode < 300) await documents.send(new PutCommand({ TableName: table('audit'), Item: { kind, at: Date.now() } }))
  },
})
`,
}

/** Handlers as people write them, one a file, in turn. */
const HANDLERS: ReadonlyArray<(kind: string, n: number) => string> = [
  (kind, n) => `import { get, NotFoundError, route } from 'calix'
import { Repository } from '../shared/repository.ts'

const ${kind} = new Repository('${kind}')

export const route${n} = route(get('/${kind}/r${n}/:id'), async ({ params }) => (await ${kind}.find(params.id)) ?? new NotFoundError(params.id))
`,
  (kind, n) => `import { BadRequestError, post, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { tell } from '../shared/events.ts'
import { Repository } from '../shared/repository.ts'

interface Item { readonly id: string; readonly name: string }
const ${kind} = new Repository<Item>('${kind}')
const failed = () => new BadRequestError('it could not be kept')
const parsed = (body: unknown): E.Either<BadRequestError, Item> =>
  typeof body === 'object' && body !== null && 'name' in body ? E.right({ id: '${n}', name: String(body.name) }) : E.left(failed())

export const route${n} = route(post('/${kind}/r${n}'), ({ body }) =>
  pipe(
    TE.fromEither(parsed(body)),
    TE.chain((item) => TE.tryCatch(() => ${kind}.save(item), failed)),
    TE.chainFirst((item) => TE.tryCatch(() => tell('${kind}.created', item), failed)),
    TE.map(({ id }) => ({ id })),
  ),
)
`,
  (kind, n) => `import { put, route } from 'calix'
import { later } from '../shared/events.ts'
import * as files from '../shared/files.ts'

export const route${n} = route(put('/${kind}/r${n}/:id/file'), async ({ body, params }) => {
  await files.write('${kind}', params.id, String(body))
  await later('index', { kind: '${kind}', id: params.id })
  return { url: await files.link('${kind}', params.id) }
})
`,
  (kind, n) => `import { get, route } from 'calix'
import { Repository } from '../shared/repository.ts'

const ${kind} = new Repository<{ readonly id: string }>('${kind}')
const LIMITS = { small: 10, large: 100 } as const

export const route${n} = route(get('/${kind}/r${n}'), async ({ query: { owner = 'nobody', size } }) => {
  const found: Array<unknown> = []
  const most = size === 'large' ? LIMITS.large : LIMITS.small
  for await (const each of ${kind}.of(owner)) {
    found.push(each)
    if (found.length >= most) break
  }
  return found
})
`,
  (kind, n) => `import { del, route, use } from 'calix'
import { pipe } from 'fp-ts/function'
import { audit } from '../shared/audit.ts'
import { Repository } from '../shared/repository.ts'

const ${kind} = new Repository('${kind}')

const remove = (id: string) => ${kind}.remove(id).then(() => ${kind}.touch('removed'))

export const route${n} = pipe(
  route(del('/${kind}/r${n}/:id'), async ({ params }) => {
    try {
      await remove(params.id)
    } finally {
      console.info('removed', params.id)
    }
  }),
  use(audit('${kind}')),
)
`,
]

/** Writes an app of some routes, a file each, and of what they share. */
export const writeShop = (folder: string, count: number): void => {
  const save = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [name, text] of Object.entries(SHARED)) save(`shared/${name}`, text)
  const imports: Array<string> = []
  for (let n = 0; n < count; n += 1) {
    const kind = KINDS[n % KINDS.length] ?? ''
    const handler = HANDLERS[Math.floor(n / KINDS.length) % HANDLERS.length]
    save(`${kind}/route-${n}.ts`, handler?.(kind, n) ?? '')
    imports.push(`import { route${n} } from './${kind}/route-${n}.ts'`)
  }
  const names = imports.map((_, n) => `route${n}`).join(', ')
  save(
    'app.ts',
    `import { calix, routes } from 'calix'\n${imports.join('\n')}\n\nexport const app = calix({ name: 'shop' }, routes(${names}))\n`,
  )
}
