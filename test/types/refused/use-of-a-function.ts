// expect: No overload matches this call
import { use } from '../../../src/index.ts'

export const logged = use((request: unknown) => console.log(request))
