import { BadRequestError, calix, get, lambda, post, response, route, routes, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Record'

const CITIES: Readonly<Record<string, string>> = { seattle: 'WA', portland: 'OR' }

const message = (city: string) => `Unknown city '${city}', valid choices are: seattle, portland`

const index = route(get('/'), () => ({ hello: 'world' }))

const stateOfCity = route(get('/cities/:city'), ({ params }) =>
  pipe(
    CITIES,
    R.lookup(params.city),
    E.fromOption(() => new BadRequestError(message(params.city))),
    E.map((state) => ({ state })),
  ),
)

const strictStateOfCity = route(get('/strict/:city'), ({ params }) => {
  const state = CITIES[params.city]
  if (state === undefined) throw new BadRequestError(message(params.city))
  return { state }
})

const createUser = route(post('/users'), ({ body }) => {
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined
  return response({ id: 42, name }, { status: 201 })
})

const app = calix(
  { name: 'bench' },
  pipe(
    routes(index, stateOfCity, strictStateOfCity, createUser),
    use(cors({ allowOrigin: '*' }), compress()),
  ),
)

export const handler = lambda(app)
