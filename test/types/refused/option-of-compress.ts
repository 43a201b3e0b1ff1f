// expect: 'treshold' does not exist in type 'CompressOptions'
import { compress } from '../../../middleware/index.ts'

export const small = compress({ treshold: 1 })
