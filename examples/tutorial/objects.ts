import { methods, NotFoundError, route } from 'calix'
import { pipe } from 'fp-ts/function'
import * as IOE from 'fp-ts/IOEither'
import { IORef } from 'fp-ts/IORef'
import * as R from 'fp-ts/ReadonlyRecord'

const objects = new IORef<R.ReadonlyRecord<string, unknown>>({})

const find = (key: string) =>
  pipe(
    IOE.fromIO(objects.read),
    IOE.flatMapOption(R.lookup(key), () => new NotFoundError(key)),
    IOE.map((value) => ({ [key]: value })),
  )

const keep = (key: string, value: unknown) => objects.modify((all) => ({ ...all, [key]: value }))

export const object = route(methods(['GET', 'PUT'], '/objects/:key'), (request) =>
  request.method === 'PUT' ? keep(request.params.key, request.body) : find(request.params.key),
)
