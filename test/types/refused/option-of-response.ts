// expect: 'statusCode' does not exist in type 'ResponseOptions<
import { response } from '../../../src/index.ts'

export const teapot = response('short and stout', { statusCode: 418 })
