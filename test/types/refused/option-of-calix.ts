// expect: 'nmae' does not exist in type 'AppOptions<
import { calix } from '../../../src/index.ts'

export const app = calix({ nmae: 'hello' })
