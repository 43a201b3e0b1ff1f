import type { CorsHeaders } from '../src/middleware.ts'
import type { Outline } from '../src/outline.ts'
import type { RefusalAnswer } from './auth/verdict.ts'
import type { Gateway, WireAnswer, WireRequest } from './gateway/gateway.ts'

/** An answer of the gateway itself: `{"message": …}`, the shape of API Gateway's own errors. */
export const refusal = (status: number, message: string): WireAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(JSON.stringify({ message })),
})

/** Why a gateway answers in the function's place, by the names that REST APIs have for it. */
type Occasion = RefusalAnswer | 'REQUEST_TOO_LARGE' | 'INTEGRATION_TIMEOUT'

type Headers = WireRequest['headers']

const originOf = (headers: Headers): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'origin')?.[1]

/**
 * What an HTTP API adds to its own answers, where its routes have one CORS among them. It knows origins and `*`, and no
 * patterns, so that with those it has none.
 */
const corsFields = (cors: CorsHeaders | undefined, headers: Headers): Headers => {
  const origin = originOf(headers)
  if (cors === undefined || origin === undefined) return []
  const any = cors.origins.includes('*')
  const isPattern = cors.origins.some((each) => each !== '*' && each.includes('*'))
  if (isPattern || (!any && !cors.origins.includes(origin))) return []
  return [
    ...Object.entries(cors.fixed),
    ['access-control-allow-origin', any ? '*' : origin],
    ...(any ? [] : [['vary', 'Origin'] as const]),
  ]
}

/** A REST API's answer: the app's own, as its deployment configures it. */
const configured = (
  { answers }: Outline,
  type: string,
  status: number,
  headers: Headers,
): WireAnswer | undefined => {
  const answer = answers.find((each) => each.type === type)
  if (answer === undefined) return undefined
  const origin = originOf(headers)
  return {
    status: answer.status ?? status,
    headers: Object.entries(answer.headers).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value : origin
      return text === undefined ? [] : [[name, text] as const]
    }),
    body: Buffer.from(answer.body),
  }
}

/** What an HTTP API says itself: one text for each status. */
const HTTP_TEXTS: Readonly<Record<Occasion, readonly [status: number, message: string]>> = {
  UNAUTHORIZED: [401, 'Unauthorized'],
  ACCESS_DENIED: [403, 'Forbidden'],
  INVALID_API_KEY: [403, 'Forbidden'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Forbidden'],
  INVALID_SIGNATURE: [403, 'Forbidden'],
  EXPIRED_TOKEN: [403, 'Forbidden'],
  AUTHORIZER_FAILURE: [500, 'Internal Server Error'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal Server Error'],
  REQUEST_TOO_LARGE: [413, 'Request Entity Too Large'],
  // An HTTP API would say 503 "Service Unavailable"; this tells what happened.
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
}

const TOO_LONG = 'Request Too Long'

/**
 * What a gateway says in the function's place. A REST API gives the app's own answer, which its deployment is configured
 * with, and without an app its default one; an HTTP API's cannot be changed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 *
 * @param outline the app's, where there is one
 * @param headers the request's
 */
export const gatewayRefusal = (
  name: Gateway['name'],
  outline: Outline | undefined,
  occasion: Occasion,
  headers: Headers,
): WireAnswer => {
  const [status, message] = HTTP_TEXTS[occasion]
  if (name === 'rest') {
    const own = outline && configured(outline, occasion, status, headers)
    return own ?? refusal(status, occasion === 'REQUEST_TOO_LARGE' ? TOO_LONG : message)
  }
  const plain = refusal(status, message)
  return { ...plain, headers: [...plain.headers, ...corsFields(outline?.cors, headers)] }
}

/** What a gateway says when the function has failed or its result is refused: a REST API's DEFAULT_5XX answer. */
export const failureAnswer = (
  { failure, name }: Gateway,
  outline: Outline | undefined,
  headers: Headers,
): WireAnswer => {
  if (name === 'rest')
    return (outline && configured(outline, 'DEFAULT_5XX', failure.status, headers)) ?? failure
  return { ...failure, headers: [...failure.headers, ...corsFields(outline?.cors, headers)] }
}
