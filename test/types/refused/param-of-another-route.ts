// expect: Property 'city' is missing in type
import { get, type Request, route } from '../../../src/index.ts'

const handler = (request: Request<{ readonly city: string }>) => request.params.city

export const town = route(get('/towns/:town'), handler)
