// expect: Property 'town' does not exist on type
import { get, route } from '../../../src/index.ts'

export const city = route(get('/cities/:city'), ({ params }) => params.town)
