// expect: Argument of type 'number' is not assignable to parameter of type 'string'
import { grants } from '../../../src/index.ts'

const count = grants({ 's3:ListBucket': 'arn:aws:s3:::photos' })((prefix: string) => prefix.length)

export const counted = count(1)
