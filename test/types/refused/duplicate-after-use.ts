// expect: GET /a is declared more than once
import { pipe } from 'fp-ts/function'
import { compress } from '../../../middleware/index.ts'
import { calix, get, route, use } from '../../../src/index.ts'

const one = pipe(
  route(get('/a'), () => 1),
  use(compress()),
)
const two = route(get('/a'), () => 2)

export const app = calix({}, one, two)
