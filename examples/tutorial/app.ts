import { calix, lambda } from 'calix'
import { authenticated, builtIn, customAuth, iamRole, userPools } from './authentication.ts'
import { stateOfCity } from './cities.ts'
import { customCors } from './custom-cors.ts'
import { customResponse } from './custom-response.ts'
import { hello } from './hello.ts'
import { introspect } from './introspect.ts'
import { large } from './large.ts'
import { manyOrigins } from './many-origins.ts'
import { myview } from './myview.ts'
import { object } from './objects.ts'
import { population } from './population.ts'
import { resource } from './resource.ts'
import { states } from './states.ts'

export const app = calix(
  { name: 'tutorial', debug: process.env.DEBUG === '1' },
  hello,
  stateOfCity,
  population,
  resource,
  myview,
  object,
  introspect,
  states,
  customResponse,
  large,
  customCors,
  manyOrigins,
  authenticated,
  iamRole,
  userPools,
  customAuth,
  builtIn,
)

export const handler = lambda(app)
