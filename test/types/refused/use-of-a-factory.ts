// expect: No overload matches this call
import { cors } from '../../../middleware/index.ts'
import { use } from '../../../src/index.ts'

export const open = use(cors)
