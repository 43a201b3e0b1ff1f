// expect: Property 'city' does not exist on type
import { get, route } from '../../../src/index.ts'

export const cities = route(get('/cities'), ({ params }) => params.city)
