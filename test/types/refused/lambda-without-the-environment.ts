// expect: Expected 2 arguments, but got 1
import { calix, environment, get, lambda, route } from '../../../src/index.ts'

const users = route(get('/users'), (_request, { db }: { db: string }) => db)
const app = calix({ environment: environment<{ db: string }>() }, users)

export const handler = lambda(app)
