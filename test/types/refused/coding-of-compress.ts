// expect: Type '"lzma"' is not assignable to type 'Encoding'
import { compress } from '../../../middleware/index.ts'

export const old = compress({ encodings: ['lzma'] })
