// expect: is not assignable to type '`/${string}`'
import { calix } from '../../../src/index.ts'

export const app = calix({ basePath: 'api' })
