import { type Fields, valuesOf } from './field.ts'
import { everyValue, lastValue, type Query } from './query.ts'

/** A map of an event, which AWS sends as `null` when it would be empty. */
type Nullable<A> = Readonly<Record<string, A>> | null

/**
 * Both header maps of payload format 1.0: names as the client spelt them, but for those that API Gateway writes itself;
 * the last value of each, and all of them.
 *
 * @since 0.1.0
 */
export const headerMaps = (fields: Fields) => {
  const named = [...fields].map(
    ([lower, { name, values }]) => [REWRITTEN.get(lower) ?? name, values] as const,
  )
  return {
    headers: Object.fromEntries(named.map(([name, values]) => [name, values.at(-1) ?? ''])),
    multiValueHeaders: Object.fromEntries(named.map(([name, values]) => [name, [...values]])),
  }
}

/**
 * Both query maps of payload format 1.0: the last value of each name, and all of them.
 *
 * @param query its pairs, decoded
 * @since 0.1.0
 */
export const queryMaps = (query: Query) => ({
  queryStringParameters: orNull(lastValue(query)),
  multiValueQueryStringParameters: orNull(everyValue(query)),
})

/**
 * Who called, of a request that no authorizer has looked at.
 *
 * @since 0.1.0
 */
export const identityOf = (fields: Fields, sourceIp: string) => ({
  cognitoIdentityPoolId: null,
  accountId: null,
  cognitoIdentityId: null,
  caller: null,
  sourceIp,
  principalOrgId: null,
  accessKey: null,
  cognitoAuthenticationType: null,
  cognitoAuthenticationProvider: null,
  userArn: null,
  userAgent: valuesOf(fields, 'user-agent')[0] ?? null,
  user: null,
})

/**
 * A map, or `null` when it is empty.
 *
 * @since 0.1.0
 */
export const orNull = <A>(map: Readonly<Record<string, A>> | undefined): Nullable<A> =>
  map === undefined || Object.keys(map).length === 0 ? null : { ...map }

// Seen in events of APIs whose clients sent these in lower case, over HTTP/2, while every other name stayed as sent.
const REWRITTEN = new Map(
  [
    'Content-Length',
    'Host',
    'User-Agent',
    'X-Amzn-Trace-Id',
    'X-Forwarded-For',
    'X-Forwarded-Port',
    'X-Forwarded-Proto',
  ].map((name) => [name.toLowerCase(), name]),
)
