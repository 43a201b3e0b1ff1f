// expect: Property 'tenant' is missing in type '{ city: string; }'
import { pipe } from 'fp-ts/function'
import { client } from '../../../client/index.ts'
import { calix, get, prefix, route } from '../../../src/index.ts'

const app = calix(
  {},
  pipe(
    route(get('/cities/:city'), () => 1),
    prefix('/:tenant'),
  ),
)

export const state = client<typeof app>('/').get('/:tenant/cities/:city', { params: { city: 'seattle' } })
