// expect: Property 'list' is missing in type
import { calix, prefix } from '../../../src/index.ts'

export const v1 = prefix('/v1')(calix({}))
