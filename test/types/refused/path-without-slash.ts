// expect: is not assignable to parameter of type '`/${string}`'
import { get } from '../../../src/index.ts'

export const cities = get('cities')
