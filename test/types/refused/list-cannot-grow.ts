// expect: Property 'push' does not exist on type 'readonly
import { get, route } from '../../../src/index.ts'

const index = route(get('/'), () => 1)

index.list.push(...index.list)
