// expect: GET /a/:b is declared more than once
import { calix, get, post, route } from '../../../src/index.ts'

const one = route(get('/a/:b'), () => 1)
const two = route(post('/a/:b'), () => 2)
const three = route(get('/a/:b'), () => 3)

export const app = calix({}, one, two, three)
