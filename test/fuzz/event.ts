import { deflateSync, gzipSync } from 'node:zlib'
import {
  alb,
  albMulti,
  functionUrl,
  type Gateway,
  gateways,
  httpApi,
  httpApiV1,
  restApi,
  type WireRequest,
} from 'calix/testing'
import fc from 'fast-check'
import { JUNK } from './junk.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const BODIES: Readonly<Record<string, Uint8Array>> = {
  none: new Uint8Array(),
  json: utf8('{"city":"são paulo","list":[1,2,null]}'),
  brokenJson: utf8('{"city":'),
  hostileJson: utf8('{"__proto__":{"polluted":1}}'),
  scalar: utf8('null'),
  form: utf8('a=1&a=2&b=%zz&__proto__=x&&=&c'),
  gzip: gzipSync('{"a":1}'),
  cutGzip: gzipSync('{"a":1}').subarray(0, 12),
  deflate: deflateSync('a=1'),
  binary: Uint8Array.from({ length: 256 }, (_, index) => index),
  bom: utf8('\ufeff{"a":1}'),
}

const HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['content-type', 'application/json'],
  ['Content-Type', 'application/json; charset=utf-8'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['content-type', 'application/problem+json'],
  ['content-type', ';;;'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'deflate'],
  ['content-encoding', '__proto__'],
  ['accept-encoding', 'gzip, br;q=0.5, *;q=0'],
  ['accept-encoding', 'identity;q=0'],
  ['accept-encoding', ';q=;;q=x,,*'],
  ['origin', 'https://allowed.example'],
  ['origin', 'null'],
  ['access-control-request-method', 'POST'],
  ['access-control-request-method', 'BREW'],
  ['access-control-request-headers', 'x-a, x-b'],
  ['cookie', 'a=1; b=2; =; c; __proto__=3'],
  ['cookie', 'a=4'],
  ['x-forwarded-for', '203.0.113.1, 10.0.0.1'],
  ['connection', 'close, x-gone'],
  ['__proto__', 'x'],
  ['constructor', 'y'],
]

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'BREW', 'get', '__proto__']

const SEGMENTS = ['a', 'files', 'json', '%2F', '%ff', '%', 'é', '', '..', '__proto__', '%F0%9F%90%A2', 'dev']

const QUERIES = ['', '?', '?a=1&a=2', '?__proto__=1&constructor=2', '?%zz=%&+=+', '?=&&=&?', '?a[b]=c']

/** A request on the wire, of parts that have each been somebody's bug. */
const wire = fc.record({
  method: fc.constantFrom(...METHODS),
  segments: fc.array(fc.constantFrom(...SEGMENTS), { maxLength: 4 }),
  query: fc.constantFrom(...QUERIES),
  headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 5 }),
  body: fc.constantFrom(...Object.keys(BODIES)),
})

/** The fields that events have, by their path; those of other formats may be put there as well. */
const FIELDS: ReadonlyArray<ReadonlyArray<string>> = [
  ...[['version'], ['path'], ['rawPath'], ['httpMethod'], ['headers'], ['multiValueHeaders'], ['cookies']],
  ...[['queryStringParameters'], ['multiValueQueryStringParameters'], ['rawQueryString'], ['body']],
  ...[['isBase64Encoded'], ['stageVariables'], ['pathParameters'], ['requestContext'], ['resource']],
  ...[['routeKey'], ['__proto__'], ['then'], ['statusCode'], ['response']],
  ...[
    ['headers', 'content-type'],
    ['headers', 'origin'],
    ['headers', 'cookie'],
    ['headers', '__proto__'],
  ],
  ...[
    ['headers', 'accept-encoding'],
    ['headers', 'content-encoding'],
    ['headers', 'bad name\r\n'],
  ],
  ...[
    ['multiValueHeaders', 'content-type'],
    ['multiValueHeaders', 'accept-encoding'],
  ],
  ...[
    ['queryStringParameters', 'a'],
    ['multiValueQueryStringParameters', 'a'],
  ],
  ...[
    ['requestContext', 'http'],
    ['requestContext', 'elb'],
    ['requestContext', 'stage'],
  ],
  ...[
    ['requestContext', 'path'],
    ['requestContext', 'domainName'],
    ['requestContext', 'identity'],
  ],
  ...[
    ['requestContext', 'authorizer'],
    ['requestContext', 'http', 'method'],
    ['requestContext', 'http', 'path'],
  ],
  ...[
    ['requestContext', 'http', 'sourceIp'],
    ['requestContext', 'identity', 'sourceIp'],
  ],
]

const mutation = fc.record({
  at: fc.constantFrom(...FIELDS),
  /** The name of what is put there; the field is taken away when there is none. */
  junk: fc.option(fc.constantFrom(...Object.keys(JUNK)), { nil: undefined, freq: 8 }),
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Defined, not assigned: `__proto__` is a key of its own where it came in JSON. */
const put = (target: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}

const mutate = (
  event: Record<string, unknown>,
  at: ReadonlyArray<string>,
  junk: string | undefined,
): void => {
  let target = event
  for (const key of at.slice(0, -1)) {
    const inner = Object.hasOwn(target, key) ? target[key] : undefined
    if (!isRecord(inner)) return
    const copy: Record<string, unknown> = Array.isArray(inner) ? { 0: inner } : { ...inner }
    put(target, key, copy)
    target = copy
  }
  const key = at.at(-1) ?? ''
  if (junk === undefined) delete target[key]
  else put(target, key, JUNK[junk])
}

/** A case's event, as data that prints well when it fails. */
export const eventCase = fc.record({
  gateway: fc.nat(gateways.length - 1),
  stage: fc.constantFrom('dev', '$default'),
  wire,
  mutations: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) },
  ),
})

type EventCase = typeof eventCase extends fc.Arbitrary<infer Case> ? Case : never

const AT = { requestId: '7c2af7db-31f3-42b5-8a6d-9ffc74e3b9e0', time: new Date('2026-07-10T19:19:04Z') }

export const eventOf = ({ gateway, stage, wire, mutations }: EventCase): Record<string, unknown> => {
  const request: WireRequest = {
    method: wire.method,
    target: `/${wire.segments.join('/')}${wire.query}`,
    headers: wire.headers,
    body: BODIES[wire.body] ?? new Uint8Array(),
    sourceIp: '203.0.113.9',
  }
  const event = { ...gateways[gateway]?.event(request, { stage, stageVariables: { a: 'b' } }, AT) }
  for (const { at, junk } of mutations) mutate(event, at, junk)
  return event
}

/** Which gateway sends events of this shape, told from AWS's descriptions of them; none for what is no HTTP event. */
export const senderOf = (event: Readonly<Record<string, unknown>>): Gateway | undefined => {
  const context = isRecord(event.requestContext) ? event.requestContext : {}
  const { http, elb, domainName } = context
  if (isRecord(http) && typeof http.method === 'string')
    return typeof domainName === 'string' && domainName.includes('.lambda-url.') ? functionUrl : httpApi
  if (typeof event.httpMethod !== 'string' || typeof event.path !== 'string') return undefined
  if (isRecord(elb)) return event.multiValueHeaders ? albMulti : alb
  return event.version === '1.0' ? httpApiV1 : restApi
}
