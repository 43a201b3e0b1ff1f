// expect: is not assignable to parameter of type '`/${string}`'
import { prefix } from '../../../src/index.ts'

export const v1 = prefix('v1')
