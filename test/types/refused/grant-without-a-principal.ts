// expect: is not assignable to type
import { authorizer } from '../../../src/index.ts'

export const anybody = authorizer(() => ({ routes: ['*'] }))
