// expect: Type 'string' is not assignable to type 'number'
import { cors } from '../../../middleware/index.ts'

export const cached = cors({ maxAge: '10m' })
