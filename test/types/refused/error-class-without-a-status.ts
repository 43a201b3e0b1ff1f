// expect: Property 'status' is missing in type 'typeof TeapotError' but required in type 'ErrorClass
import { get, HttpError } from '../../../src/index.ts'

class TeapotError extends HttpError<418> {}

export const one = get('/one', { errors: [TeapotError] })
