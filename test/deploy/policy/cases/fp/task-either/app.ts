import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, InternalServerError, NotFoundError, put, route } from 'calix'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'

const s3 = new S3Client({})
const Bucket = 'fruit'

const load = (Key: string) =>
  pipe(
    TE.tryCatch(
      () => s3.send(new GetObjectCommand({ Bucket, Key })),
      (error) => (error instanceof NoSuchKey ? new NotFoundError(Key) : new InternalServerError('S3')),
    ),
    TE.chainW(({ Body }) =>
      TE.tryCatch(
        async () => Body?.transformToString(),
        () => new InternalServerError('S3 stopped'),
      ),
    ),
  )

const store = TE.tryCatchK(
  (Key: string, value: unknown) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(value) })),
  () => new InternalServerError('S3'),
)

const read = route(get('/fruit/:name'), ({ params }) => load(params.name))
const write = route(put('/fruit/:name'), ({ body, params }) =>
  pipe(
    store(params.name, body),
    TE.map(() => null),
  ),
)

export const app = calix({}, read, write)
