import type middy from '@middy/core'
import httpErrorHandler from '@middy/http-error-handler'
import httpEventNormalizer from '@middy/http-event-normalizer'
import httpJsonBodyParser from '@middy/http-json-body-parser'
import httpSecurityHeaders from '@middy/http-security-headers'
import warmup from '@middy/warmup'
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda'
import { pipe } from 'fp-ts/function'
import { cors } from '../../../middleware/index.ts'
import { type Middleware, routes, use } from '../../../src/index.ts'
import { holds, type Same } from './claim.ts'
import { plain, stateOfCity } from './outcomes.ts'

// Published middleware, typed for one event or for all, is taken; so is one that is written where it is used.
const forRest: middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> = {
  before: ({ event }) => void event.requestContext.identity.sourceIp,
}
const forHttp: middy.MiddlewareObj<APIGatewayProxyEventV2, unknown, Error> = {
  before: ({ event }) => void event.requestContext.http.sourceIp,
}
const own: Middleware = {
  after: ({ response: { statusCode } }: { response: { statusCode: number } }) => void statusCode,
}

export const published = pipe(
  routes(plain, stateOfCity),
  use(forRest, forHttp, own),
  use(httpSecurityHeaders(), httpErrorHandler(), warmup()),
  use(httpEventNormalizer(), httpJsonBodyParser<APIGatewayProxyEventV2>()),
  use(cors(), { before: () => undefined }),
)
holds<Same<typeof published, ReturnType<typeof unwrapped>>>()
const unwrapped = () => routes(plain, stateOfCity)

export const inline = use({
  before: ({ event, internal }) => {
    holds<Same<typeof event.headers, Record<string, string>>>()
    internal.started = event.headers['x-started']
  },
  after: ({ response: answer }) => {
    const status: number = answer.statusCode
    answer.headers['x-status'] = status
  },
  onError: ({ error, response: answer }) => {
    holds<Same<typeof error, unknown>>()
    if (answer !== undefined) answer.headers['x-failed'] = true
  },
})
