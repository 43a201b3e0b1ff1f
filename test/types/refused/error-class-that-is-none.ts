// expect: Property 'status' is missing in type 'TypeErrorConstructor' but required in type 'ErrorClass
import { get } from '../../../src/index.ts'

export const one = get('/one', { errors: [TypeError] })
