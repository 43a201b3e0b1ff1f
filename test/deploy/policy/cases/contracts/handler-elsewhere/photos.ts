import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { get, NotFoundError, prefix, put, route, routes } from 'calix'
import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import type { Environment } from './environment.ts'

type Objects = Pick<Environment, 'objects' | 'names'>

const show = route(
  get('/:name', { params: t.type({ name: t.string }), errors: [NotFoundError] }),
  async ({ params }, { objects, names }: Objects) => {
    const { Body } = await objects.send(
      new GetObjectCommand({ Bucket: names.bucket, Key: `photos/${params.name}` }),
    )
    return Body === undefined ? new NotFoundError(params.name) : { name: params.name }
  },
)

const keep = route(
  put('/:name', { body: t.type({ caption: t.string }) }),
  async ({ params, body }, { documents, objects, names: { bucket, table } }: Environment) => {
    const Key = `captions/${params.name}.txt`
    await Promise.all([
      objects.send(new PutObjectCommand({ Bucket: bucket, Key, Body: body.caption })),
      documents.send(new PutCommand({ TableName: table, Item: { id: params.name, ...body } })),
    ])
    return { kept: Key }
  },
)

export const photos = pipe(routes(show, keep), prefix('/photos'))
