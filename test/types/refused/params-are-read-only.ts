// expect: Cannot assign to 'city' because it is a read-only property
import { get, route } from '../../../src/index.ts'

export const city = route(get('/cities/:city'), ({ params }) => {
  params.city = 'portland'
})
