// expect: Type 'string' is not assignable to type 'HttpResponse
import { calix } from '../../../src/index.ts'

export const app = calix({ errorShape: (error) => error.message })
