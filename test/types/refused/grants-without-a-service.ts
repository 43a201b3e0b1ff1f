// expect: Object literal may only specify known properties
import { grants } from '../../../src/index.ts'

export const reading = grants({ GetObject: 'arn:aws:s3:::photos/*' })
