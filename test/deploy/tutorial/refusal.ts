import type { WireAnswer, WireRequest } from '../../../local/gateway/gateway.ts'
import type { GatewayResponse } from '../platform/rest-api.ts'

/**
 * Why API Gateway answers by itself, with the status that it has for that and the message of its own answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const OCCASIONS = {
  ACCESS_DENIED: [403, 'User is not authorized to access this resource'],
  API_CONFIGURATION_ERROR: [500, 'Internal server error'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error'],
  AUTHORIZER_FAILURE: [500, 'Internal server error'],
  // What a function fails with has no name of its own.
  DEFAULT_5XX: [502, 'Internal server error'],
  INVALID_API_KEY: [403, 'Forbidden'],
  INVALID_SIGNATURE: [403, 'The request signature we calculated does not match the signature you provided.'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  UNAUTHORIZED: [401, 'Unauthorized'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>

export type Occasion = keyof typeof OCCASIONS

/** The values of a header, in the order of the request. */
export const valuesOf = ({ headers }: Pick<WireRequest, 'headers'>, name: string): ReadonlyArray<string> =>
  headers.flatMap(([each, value]) => (each.toLowerCase() === name.toLowerCase() ? [value] : []))

/** What a header of a gateway response is for a request: a text in quotes, or a header of the request where it has it. */
const headerOf = (mapping: string, request: Pick<WireRequest, 'headers'>): string | undefined => {
  const fixed = /^'([^']*)'$/.exec(mapping)?.[1]
  if (fixed !== undefined) return fixed
  const header = /^method\.request\.header\.([\w-]+)$/.exec(mapping)?.[1]
  if (header === undefined)
    throw new Error(`A gateway response maps a header from what is not known: ${mapping}`)
  return valuesOf(request, header)[0]
}

/** A template without anything to evaluate. */
const textOf = (template: unknown): string => {
  if (typeof template !== 'string' || /[$#]/.test(template))
    throw new Error(`A gateway response has a template that is to be evaluated: ${String(template)}`)
  return template
}

const responseFor = (
  responses: ReadonlyArray<GatewayResponse>,
  occasion: Occasion,
  status: number,
): GatewayResponse | undefined =>
  responses.find(({ type }) => type === occasion) ??
  responses.find(({ type }) => type === (status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'))

/** What the gateway answers in the function's place: what has been configured for the occasion, or its own answer. */
export const refusal = (
  responses: ReadonlyArray<GatewayResponse>,
  occasion: Occasion,
  request: Pick<WireRequest, 'headers'>,
): WireAnswer => {
  const [status, message] = OCCASIONS[occasion]
  const configured = responseFor(responses, occasion, status)
  const [[type, template] = ['application/json', JSON.stringify({ message })]] = Object.entries(
    configured?.templates ?? {},
  )
  const mapped = Object.entries(configured?.headers ?? {}).flatMap(([name, mapping]) => {
    const value = headerOf(mapping, request)
    return value === undefined ? [] : [[name.toLowerCase(), value] as const]
  })
  return {
    status: Number(configured?.statusCode ?? status),
    headers: [...new Map([['content-type', type], ...mapped])],
    body: Buffer.from(textOf(template)),
  }
}
