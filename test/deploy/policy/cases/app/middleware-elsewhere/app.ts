import httpErrorHandler from '@middy/http-error-handler'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'
import { audit, Throttle } from './middleware.ts'

const client = new DynamoDBClient({})
const throttle = new Throttle({ client, table: 'throttles' })

const guarded = pipe(
  routes(
    route(get('/a'), () => 'a'),
    route(post('/b'), () => 'b'),
  ),
  use(audit(client, 'audits'), { before: throttle.before }),
)

export const app = calix(
  {},
  guarded,
  pipe(
    route(get('/c'), () => 'c'),
    use(httpErrorHandler()),
  ),
)
