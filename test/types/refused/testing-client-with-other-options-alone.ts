// expect: Property 'environment' is missing in type '{ stage: string; }'
import { calix, environment, get, route } from '../../../src/index.ts'
import { client } from '../../../testing/index.ts'

const users = route(get('/users'), (_request, { db }: { db: string }) => db)
const app = calix({ environment: environment<{ db: string }>() }, users)

export const api = client(app, { stage: 'prod' })
