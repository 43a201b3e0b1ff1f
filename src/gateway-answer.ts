import type { AnyApp } from './app.ts'
import {
  BadRequestError,
  ForbiddenError,
  GatewayTimeoutError,
  type HttpError,
  NotFoundError,
  PayloadTooLargeError,
  TooManyRequestsError,
  UnauthorizedError,
  UnexpectedError,
  UnsupportedMediaTypeError,
} from './error.ts'
import { codeAndMessage } from './error-shape.ts'
import type { CorsHeaders } from './middleware.ts'

/** An answer that a REST API gives in the app's place. */
export interface GatewayAnswer {
  /** What API Gateway calls the occasion. */
  readonly type: string
  /** Absent where the occasion itself decides. */
  readonly status: number | undefined
  /** By lower-case name; the origin is the caller's where there are several to choose from. */
  readonly headers: Readonly<Record<string, string | { readonly request: 'Origin' }>>
  readonly body: string
}

/**
 * The occasions on which a REST API answers by itself, with the status and the sense of its own answer, which the app
 * then gives its shape. "Gateway response types for API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const OCCASIONS: Readonly<Record<string, () => HttpError>> = {
  ACCESS_DENIED: () => new ForbiddenError('User is not authorized to access this resource'),
  API_CONFIGURATION_ERROR: () => new UnexpectedError(undefined),
  AUTHORIZER_CONFIGURATION_ERROR: () => new UnexpectedError(undefined),
  AUTHORIZER_FAILURE: () => new UnexpectedError(undefined),
  BAD_REQUEST_BODY: () => new BadRequestError('Invalid request body'),
  BAD_REQUEST_PARAMETERS: () => new BadRequestError('Invalid request parameters'),
  EXPIRED_TOKEN: () => new ForbiddenError('The security token included in the request is expired'),
  INTEGRATION_FAILURE: () => new GatewayTimeoutError('The endpoint could not be reached'),
  INTEGRATION_TIMEOUT: () => new GatewayTimeoutError('Endpoint request timed out'),
  INVALID_API_KEY: () => new ForbiddenError('Forbidden'),
  INVALID_SIGNATURE: () => new ForbiddenError('The request signature does not match'),
  MISSING_AUTHENTICATION_TOKEN: () => new ForbiddenError('Missing Authentication Token'),
  QUOTA_EXCEEDED: () => new TooManyRequestsError('Limit Exceeded'),
  REQUEST_TOO_LARGE: () => new PayloadTooLargeError('Request Too Long'),
  RESOURCE_NOT_FOUND: () => new NotFoundError('Not Found'),
  THROTTLED: () => new TooManyRequestsError('Too Many Requests'),
  UNAUTHORIZED: () => new UnauthorizedError('Unauthorized'),
  UNSUPPORTED_MEDIA_TYPE: () => new UnsupportedMediaTypeError('Unsupported Media Type'),
  WAF_FILTERED: () => new ForbiddenError('Forbidden'),
}

/** What answers on occasions that API Gateway may add. */
const OTHERWISE: Readonly<Record<string, () => HttpError>> = {
  DEFAULT_4XX: () => new BadRequestError('Bad Request'),
  DEFAULT_5XX: () => new UnexpectedError(undefined),
}

const joined = (all: ReadonlyArray<CorsHeaders>, name: string): string | undefined => {
  const values = all.flatMap(({ fixed }) => fixed[name]?.split(',') ?? [])
  return values.length === 0 ? undefined : [...new Set(values)].join(',')
}

const given = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value }

/**
 * The CORS headers of a gateway's own answers, which are one set for all routes. Where there are several origins the
 * gateway can only echo the caller's; it does so without letting credentials in, so that no page reads more than any
 * program could.
 */
const corsHeadersOf = (app: AnyApp): GatewayAnswer['headers'] => {
  const around = [...app.middleware, ...app.routes.list.flatMap(({ middleware }) => middleware)]
  const all = [
    ...new Set(around.flatMap(({ corsHeaders }) => (corsHeaders === undefined ? [] : [corsHeaders]))),
  ]
  if (all.length === 0) return {}
  const origins = [...new Set(all.flatMap((each) => each.origins))]
  const common = {
    ...given('access-control-allow-headers', joined(all, 'access-control-allow-headers')),
    ...given('access-control-expose-headers', joined(all, 'access-control-expose-headers')),
    ...given('access-control-max-age', all[0]?.fixed['access-control-max-age']),
  }
  const [origin = '*', ...others] = origins
  if (origins.includes('*')) return { ...common, 'access-control-allow-origin': '*' }
  if (others.length > 0 || origin.includes('*'))
    return { ...common, 'access-control-allow-origin': { request: 'Origin' }, vary: 'Origin' }
  return {
    ...common,
    'access-control-allow-origin': origin,
    ...(all.every(({ fixed }) => 'access-control-allow-credentials' in fixed)
      ? { 'access-control-allow-credentials': 'true' }
      : {}),
  }
}

/** Whether a status is the occasion's, or whatever it was for the occasions that are not named. */
const statusOf = (type: string, status: number): number | undefined =>
  type in OTHERWISE ? undefined : status

/**
 * The answers that a REST API gives itself, in the app's error shape and with its CORS headers: a caller cannot tell
 * which of the two has answered. They are computed before any request, so an `errorShape` that depends on more than the
 * error answers here as it would for that error alone.
 */
export const gatewayAnswers = (app: AnyApp): ReadonlyArray<GatewayAnswer> => {
  const { errorShape = codeAndMessage } = app.options
  const cors = corsHeadersOf(app)
  return Object.entries({ ...OCCASIONS, ...OTHERWISE }).map(([type, errorOf]) => {
    const { status, headers, body } = errorShape(errorOf())
    const lowered = Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      [value].flat().join(', '),
    ])
    const isText = typeof body === 'string'
    return {
      type,
      status: statusOf(type, status),
      headers: {
        'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
        ...Object.fromEntries(lowered),
        ...cors,
      },
      body: isText ? body : JSON.stringify(body),
    }
  })
}
