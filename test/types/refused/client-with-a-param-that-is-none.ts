// expect: 'town' does not exist in type '{ readonly city: Printable; }'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/cities/:city'), () => 1),
)

export const state = client<typeof app>('/').get('/cities/:city', { params: { city: 'a', town: 'b' } })
