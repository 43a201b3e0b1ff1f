import { BadRequestError, calix, get, lambda, post, response, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Record'

const CITIES: Readonly<Record<string, string>> = { seattle: 'WA', portland: 'OR' }

const message = (city: string) => `Unknown city '${city}', valid choices are: seattle, portland`

// The same app as calix.ts without CORS and compression: what the routes and the request alone cost.
const app = calix(
  { name: 'bench' },
  route(get('/'), () => ({ hello: 'world' })),
  route(get('/cities/:city'), ({ params }) =>
    pipe(
      CITIES,
      R.lookup(params.city),
      E.fromOption(() => new BadRequestError(message(params.city))),
      E.map((state) => ({ state })),
    ),
  ),
  route(get('/strict/:city'), ({ params }) => {
    const state = CITIES[params.city]
    if (state === undefined) throw new BadRequestError(message(params.city))
    return { state }
  }),
  route(post('/users'), ({ body }) => {
    const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined
    return response({ id: 42, name }, { status: 201 })
  }),
)

export const handler = lambda(app)
