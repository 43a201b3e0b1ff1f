// expect: is missing the following properties from type 'App<AnyEntry, never>'
import { client } from '../../../client/index.ts'
import { get, route } from '../../../src/index.ts'

const cities = route(get('/cities'), () => 1)

export const api = client<typeof cities>('/')
