// expect: Property 'getTime' does not exist on type 'string'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/now'), () => ({ now: new Date() })),
)

export const now = client<typeof app>('/')
  .get('/now')
  .promise()
  .then(({ now }) => now.getTime())
