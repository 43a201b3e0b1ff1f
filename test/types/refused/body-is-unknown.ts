// expect: 'body' is of type 'unknown'
import { post, route } from '../../../src/index.ts'

export const create = route(post('/users'), ({ body }) => body.name)
