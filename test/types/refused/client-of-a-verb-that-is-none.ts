// expect: Property 'fetch' does not exist on type 'Client<App<
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/cities'), () => 1),
)

export const state = client<typeof app>('/').fetch('/cities')
