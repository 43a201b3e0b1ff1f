// expect: Type '"GTE"' is not assignable to type 'Method'
import { methods } from '../../../src/index.ts'

export const cities = methods(['GTE'], '/cities')
