import { get, route, use } from 'calix'
import { compress } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import { range } from 'fp-ts/NonEmptyArray'

export const large = pipe(
  route(get('/large'), () => ({ numbers: range(1, 1000) })),
  use(compress()),
)
