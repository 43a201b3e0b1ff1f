// expect: Property 'town' does not exist on type '{ state: string; }'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/city'), () => ({ state: 'WA' })),
)

export const town = client<typeof app>('/')
  .get('/city')
  .promise()
  .then((city) => city.town)
