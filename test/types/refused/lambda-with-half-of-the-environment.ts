// expect: Property 'log' is missing in type '{ db: string; }'
import { calix, environment, get, lambda, route } from '../../../src/index.ts'

const users = route(get('/users'), (_request, { db }: { db: string }) => db)
const app = calix({ environment: environment<{ db: string; log: () => void }>() }, users)

export const handler = lambda(app, { db: 'a' })
