// expect: Property 'city' is missing in type
import { printPath } from '../../../src/index.ts'

export const path = printPath('/cities/:city', {})
