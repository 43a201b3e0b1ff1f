// expect: 'db', which GET /users needs, is given by nothing around it
import { calix, environment, get, route } from '../../../src/index.ts'

const users = route(get('/users'), (_request, { db }: { db: string }) => db)
export const app = calix({ environment: environment<{ db: number }>() }, users)
