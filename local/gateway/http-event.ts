import { ACCOUNT_ID, type Address } from './address.ts'
import { type Fields, type Hop, valuesOf } from './field.ts'
import type { WireRequest } from './gateway.ts'
import { isTextType, payloadOf } from './payload.ts'
import { commaJoined, decodeQuery } from './query.ts'
import { requestTime } from './request-time.ts'

/** What differs between the two gateways that speak payload format 2.0. */
interface HttpEventParts {
  readonly address: Address
  readonly accountId?: string
  readonly fields: Fields
  readonly rawPath: string
  /** The same path, decoded. */
  readonly path: string
  readonly query: string
  readonly routeKey: string
  readonly stage: string
  readonly pathParameters?: Readonly<Record<string, string>>
  readonly stageVariables?: Readonly<Record<string, string>>
  /** Whether `headers` repeats what `cookies` holds. */
  readonly cookieHeader: boolean
}

/**
 * An event of payload format 2.0 ("AWS Lambda proxy integrations for HTTP APIs", API Gateway Developer Guide): names in
 * lower case, repeated headers joined with commas, cookies in a list of their own, and a key that has nothing to say left
 * out.
 *
 * @since 0.1.0
 */
export const httpEvent = (request: WireRequest, hop: Hop, parts: HttpEventParts): Record<string, unknown> => {
  const { address, fields, routeKey, stage } = parts
  const cookies = valuesOf(fields, 'cookie').flatMap(splitCookies)
  const query = decodeQuery(parts.query)
  const payload = payloadOf(request.body, isTextType(valuesOf(fields, 'content-type')[0]))
  const hasBody = request.body.length > 0
  return {
    version: '2.0',
    routeKey,
    rawPath: parts.rawPath,
    rawQueryString: parts.query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: headersOf(fields, parts.cookieHeader),
    ...(query.length > 0 ? { queryStringParameters: commaJoined(query) } : {}),
    requestContext: {
      accountId: parts.accountId ?? ACCOUNT_ID,
      apiId: address.apiId,
      domainName: address.domainName,
      domainPrefix: address.apiId,
      http: {
        method: request.method,
        path: parts.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: valuesOf(fields, 'user-agent')[0] ?? '',
      },
      requestId: hop.requestId,
      routeKey,
      stage,
      time: requestTime(hop.time),
      timeEpoch: hop.time.getTime(),
    },
    ...(hasBody ? { body: payload.body } : {}),
    ...(parts.pathParameters === undefined ? {} : { pathParameters: parts.pathParameters }),
    isBase64Encoded: hasBody && payload.isBase64Encoded,
    ...(parts.stageVariables === undefined ? {} : { stageVariables: { ...parts.stageVariables } }),
  }
}

const splitCookies = (line: string): string[] =>
  line
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '')

const headersOf = (fields: Fields, cookieHeader: boolean): Record<string, string> =>
  Object.fromEntries(
    [...fields]
      .filter(([name]) => cookieHeader || name !== 'cookie')
      .map(([name, { values }]) => [name, values.join(name === 'cookie' ? '; ' : ',')]),
  )
