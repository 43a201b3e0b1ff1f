import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { BadRequestError, calix, get, lambda, NotFoundError, put, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as J from 'fp-ts/Json'
import * as TE from 'fp-ts/TaskEither'

const BUCKET = 'calix-tutorial'

const s3 = new S3Client()

const place = (key: string) => ({ Bucket: BUCKET, Key: `objects/${key}` })

const read = async (key: string): Promise<unknown> => {
  const { Body } = await s3.send(new GetObjectCommand(place(key)))
  return JSON.parse((await Body?.transformToString()) ?? 'null')
}

const write = (key: string, text: string) => s3.send(new PutObjectCommand({ ...place(key), Body: text }))

// S3 says that an object is missing only to those who may list the bucket, and to others that they may not read it.
const isMissing = (error: unknown) =>
  error instanceof Error && ['NoSuchKey', 'AccessDenied'].includes(error.name)

const find = (key: string) =>
  pipe(
    TE.tryCatch(
      () => read(key),
      (error) => (isMissing(error) ? new NotFoundError(key) : E.toError(error)),
    ),
    TE.map((value) => ({ [key]: value })),
  )

const keep = (key: string, value: unknown) =>
  pipe(
    TE.fromEither(J.stringify(value)),
    TE.mapLeft(() => new BadRequestError('There is no JSON to keep')),
    TE.flatMap((text) => TE.tryCatch(() => write(key, text), E.toError)),
    TE.asUnit,
  )

export const app = calix(
  { name: 'objects-in-s3' },
  route(get('/objects/:key'), ({ params }) => find(params.key)),
  route(put('/objects/:key'), ({ params, body }) => keep(params.key, body)),
)

export const handler = lambda(app)
