// expect: Property 'rest' does not exist on type
import { get, route } from '../../../src/index.ts'

export const files = route(get('/files/*path'), ({ params }) => params.rest)
