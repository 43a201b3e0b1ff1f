import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import {
  calix,
  ConflictError,
  documented,
  get,
  lambda,
  NotFoundError,
  post,
  prefix,
  put,
  route,
  routes,
} from 'calix'
import { date, describe, integer, list, oneOf, optional, uuid, withDefault } from 'calix/codec'
import { openapi } from 'calix/openapi'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'

const db = new DynamoDBClient({})
const s3 = new S3Client({})

/** A codec of one's own, which changes what it decodes. */
const Slug = describe(
  new t.Type<string, string>(
    'Slug',
    t.string.is,
    (input, context) =>
      pipe(
        t.string.validate(input, context),
        E.map((text) => text.trim().toLowerCase()),
      ),
    (text) => text,
  ),
  { schema: { type: 'string' } },
)

const Note = describe(t.type({ title: Slug, at: date, tags: t.array(t.string) }), {
  name: 'Note',
  description: 'What somebody wrote down.',
})

interface Folder {
  readonly name: string
  readonly folders: ReadonlyArray<Folder>
}
const Folder: t.Type<Folder, unknown> = t.recursion('Folder', () =>
  t.type({ name: t.string, folders: t.readonlyArray(Folder) }),
)

const listed = route(
  get('/', {
    query: t.type({
      page: withDefault(integer, 1),
      order: withDefault(oneOf('asc', 'desc'), 'asc'),
      tags: optional(list(t.string)),
    }),
    returns: t.type({ count: t.number }),
    summary: 'The notes of a page',
  }),
  async ({ query }) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: 'notes',
        ScanIndexForward: query.order === 'asc',
        Limit: 10 * query.page,
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': { S: 'note' } },
      }),
    )
    return { count: Items.length }
  },
)

const add = route(
  post('/', { body: Note, returns: { 200: Note }, errors: [ConflictError] }),
  async ({ body }) => {
    await db.send(
      new PutItemCommand({
        TableName: 'notes',
        Item: { title: { S: body.title }, at: { S: body.at.toISOString() } },
      }),
    )
    return body
  },
)

const attach = route(
  put('/:id/folder', {
    params: t.type({ id: uuid }),
    headers: t.type({ 'x-kind': withDefault(oneOf('text', 'photo'), 'text') }),
    body: Folder,
    errors: [NotFoundError],
  }),
  async ({ params, headers, body }) => {
    const Key = `${headers['x-kind']}/${params.id}/${body.name}.json`
    await s3.send(new PutObjectCommand({ Bucket: 'note-folders', Key, Body: JSON.stringify(body) }))
    return { kept: body.name }
  },
)

const notes = pipe(routes(listed, add, attach), prefix('/notes'), documented({ tags: ['notes'] }))

export const app = calix({ name: 'notes' }, notes)

export const description = openapi(app, { title: 'Notes', version: '1.0.0' })

export const handler = lambda(app)
