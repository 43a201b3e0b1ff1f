// expect: Argument of type '"/cities"' is not assignable to parameter of type 'never'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/cities'), () => 1),
)

export const state = client<typeof app>('/').put('/cities', {})
