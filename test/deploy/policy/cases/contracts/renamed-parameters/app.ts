import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, lambda, put, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { z } from 'zod'

const s3 = new S3Client({})

/** What the handler reads is under another name than in the path. */
const Place = z
  .object({ year: z.string(), name: z.string() })
  .transform(({ year, name }) => ({ folder: `photos/${year}`, file: `${name}.jpg` }))

const Reference = new t.Type<{ readonly parts: ReadonlyArray<string> }, unknown, unknown>(
  'Reference',
  (value): value is { readonly parts: ReadonlyArray<string> } => typeof value === 'object',
  (input, context) =>
    pipe(
      t.type({ reference: t.string }).validate(input, context),
      E.map(({ reference }) => ({ parts: reference.split('.') })),
    ),
  ({ parts }) => ({ reference: parts.join('.') }),
)

const show = route(get('/photos/:year/:name', { params: Place }), async ({ params }) => {
  const Key = `${params.folder}/${params.file}`
  const { ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket: 'albums', Key }))
  return { length: ContentLength }
})

const keep = route(put('/references/:reference', { params: Reference }), async ({ params }) => {
  const [kind, id] = params.parts
  const Key = `references/${kind}/${id}`
  await s3.send(new PutObjectCommand({ Bucket: 'albums', Key }))
  return Key
})

export const app = calix({}, show, keep)

export const handler = lambda(app)
