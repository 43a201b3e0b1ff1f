// expect: not assignable to parameter of type 'Grants'
import { grants } from '../../../src/index.ts'

export const reading = grants('s3:GetObject')
