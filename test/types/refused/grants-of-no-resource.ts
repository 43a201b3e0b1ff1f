// expect: is not assignable to type 'string | readonly string[]'
import { grants } from '../../../src/index.ts'

export const reading = grants({ 's3:GetObject': true })
