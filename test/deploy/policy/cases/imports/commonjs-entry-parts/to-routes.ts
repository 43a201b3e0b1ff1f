import { get, post, type Request, type Routes, route } from 'calix'

export interface Handlers {
  readonly list: (request: Request) => Promise<unknown>
  readonly add: (request: Request) => Promise<unknown>
}

export const toRoutes = ({ add, list }: Handlers): ReadonlyArray<Routes> => [
  route(get('/tasks'), list),
  route(post('/tasks'), add),
]
