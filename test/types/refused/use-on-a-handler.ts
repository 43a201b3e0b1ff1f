// expect: Argument of type '() => string' is not assignable to parameter of type
import { use } from '../../../src/index.ts'

export const answer = use({ after: () => undefined })(() => 'ok')
