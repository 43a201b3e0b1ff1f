// expect: Argument of type 'unknown' is not assignable to parameter of type '{ db: string; }'
import { calix, get, route } from '../../../src/index.ts'

const load = ({ db }: { db: string }) => db

export const app = calix(
  {},
  route(get('/me'), (_request, needs) => load(needs)),
)
