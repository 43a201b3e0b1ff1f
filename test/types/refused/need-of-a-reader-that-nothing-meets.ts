// expect: 'db', which GET /v1/users needs, is given by nothing around it
import { pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import { calix, get, prefix, route } from '../../../src/index.ts'

const users = route(get('/users'), () => RTE.asks(({ db }: { db: string }) => db))

export const app = calix({}, pipe(users, prefix('/v1')))
