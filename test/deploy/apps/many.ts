import { apiKey, authorize, calix, get, lambda, type Path, route, routes } from 'calix'

/** A route each for a lot of paths, the first ones for those who have an API key. */
const manyRoutes = (count: number, guarded: number) =>
  routes(
    ...Array.from({ length: count }, (_, index) => {
      const path: Path = `/things-${index}`
      return route(index < guarded ? authorize(apiKey())(get(path)) : get(path), () => index)
    }),
  )

/** An app of as many routes, of which the first ones are guarded. */
export const many = (count: number, guarded: number) => calix({ name: 'many' }, manyRoutes(count, guarded))

/** 300 open routes on two levels, among them two ways for the same path of which one is guarded. */
export const app = calix(
  { name: 'many' },
  manyRoutes(298, 40),
  route(get('/inside/:page'), () => 'page'),
  route(authorize(apiKey())(get('/inside/*rest')), () => 'rest'),
)

export const handler = lambda(app)
