// expect: Cannot assign to 'params' because it is a read-only property
import { get, route } from '../../../src/index.ts'

export const city = route(get('/cities/:city'), (request) => {
  request.params = { city: 'portland' }
})
