// expect: Argument of type '"/city/:city"' is not assignable to parameter of type '"/cities" | "/cities/:city"'
import { client } from '../../../client/index.ts'
import { calix, get, post, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/cities'), () => 1),
  route(get('/cities/:city'), () => 1),
  route(post('/city/:city'), () => 1),
)

export const state = client<typeof app>('/').get('/city/:city', { params: { city: 'seattle' } })
