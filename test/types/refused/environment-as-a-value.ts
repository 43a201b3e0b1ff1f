// expect: 'db' does not exist in type 'Environment<
import { calix } from '../../../src/index.ts'

export const app = calix({ environment: { db: 'a' } })
