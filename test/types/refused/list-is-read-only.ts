// expect: Cannot assign to 'list' because it is a read-only property
import { get, route } from '../../../src/index.ts'

const index = route(get('/'), () => 1)

index.list = []
