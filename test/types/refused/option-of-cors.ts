// expect: 'allowOrigins' does not exist in type 'CorsOptions'
import { cors } from '../../../middleware/index.ts'

export const open = cors({ allowOrigins: ['https://foo.example.com'] })
