// expect: is missing the following properties from type 'Routes<AnyEntry>'
import { calix, prefix } from '../../../src/index.ts'

export const v1 = prefix('/v1')(calix({}))
