// expect: Type 'string' is not assignable to type 'boolean'
import { calix } from '../../../src/index.ts'

export const app = calix({ debug: 'yes' })
