// expect: 'db', which ${string} needs, is given by nothing around it
import { calix, type Endpoint, get, route } from '../../../src/index.ts'

const endpoint: Endpoint = get('/me')

export const app = calix(
  {},
  route(endpoint, (_request, { db }: { db: string }) => db),
)
