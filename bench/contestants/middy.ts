import middy from '@middy/core'
import contentEncoding from '@middy/http-content-encoding'
import contentNegotiation from '@middy/http-content-negotiation'
import cors from '@middy/http-cors'
import errorHandler from '@middy/http-error-handler'
import jsonBodyParser from '@middy/http-json-body-parser'
import router from '@middy/http-router'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const CITIES: Readonly<Record<string, string>> = { seattle: 'WA', portland: 'OR' }

const answer = (statusCode: number, value: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

const refusal = (code: string, message: string) => ({ Code: code, Message: `${code}: ${message}` })
const failure = (statusCode: number, body: unknown) =>
  Object.assign(new Error(JSON.stringify(body)), { statusCode })
const message = (city: string) => `Unknown city '${city}', valid choices are: seattle, portland`

const index = async () => answer(200, { hello: 'world' })

const stateOfCity = async (event: APIGatewayProxyEventV2) => {
  const city = event.pathParameters?.city ?? ''
  const state = CITIES[city]
  return state === undefined ? answer(400, refusal('BadRequestError', message(city))) : answer(200, { state })
}

const strictStateOfCity = async (event: APIGatewayProxyEventV2) => {
  const city = event.pathParameters?.city ?? ''
  const state = CITIES[city]
  if (state === undefined) throw failure(400, refusal('BadRequestError', message(city)))
  return answer(200, { state })
}

const createUser = middy<APIGatewayProxyEventV2>()
  .use(jsonBodyParser())
  .handler(async (event) => {
    // Declared as text, which it was before the parser.
    const body: unknown = event.body
    const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined
    return answer(201, { id: 42, name })
  })

export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(contentNegotiation())
  .use(contentEncoding())
  .use(cors({ origin: '*' }))
  .use(errorHandler({ logger: false }))
  .handler(
    router({
      routes: [
        { method: 'GET', path: '/', handler: index },
        { method: 'GET', path: '/cities/{city}', handler: stateOfCity },
        { method: 'GET', path: '/strict/{city}', handler: strictStateOfCity },
        { method: 'POST', path: '/users', handler: createUser },
      ],
      notFoundResponse: ({ method, path }) => {
        throw failure(404, refusal('NotFoundError', `No route for ${method} ${path}`))
      },
    }),
  )
