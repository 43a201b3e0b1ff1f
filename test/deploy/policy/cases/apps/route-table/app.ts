import { calix, get, prefix, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import * as devices from './handlers/devices.ts'
import { users } from './handlers/users.ts'
import { table } from './routing.ts'

const api = table({
  'GET /devices/:id': devices.show,
  'PATCH /devices/:id': devices.update,
  'GET /endpoint': devices.endpoint,
})

const isProduction = process.env.NODE_ENV_KIND === 'production'
const debug = isProduction ? [] : [route(get('/debug/env'), () => Object.keys(process.env).length)]

const groups = [
  api,
  pipe(table({ 'GET /users/:name': users.show, 'DELETE /users/:name': users.disable }), prefix('/admin')),
  ...debug,
]

export const app = calix({ name: 'fleet' }, routes(...groups))
