// expect: only permits reading
import { get, route } from '../../../src/index.ts'

export const index = route(get('/'), ({ headers }) => {
  headers.accept = 'text/html'
})
