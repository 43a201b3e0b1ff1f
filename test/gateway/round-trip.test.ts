import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alb,
  albMulti,
  functionUrl,
  type Gateway,
  gateways,
  httpApi,
  httpApiV1,
} from '../../local/gateway/gateways.ts'
import { eventOf, inside } from './wire.ts'

// What a function can recover of a request, written from the formats alone.
type Pair = readonly [string, string]

const asMap = (pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const [name, value] of pairs) map.set(name, [...(map.get(name) ?? []), value])
  return map
}

const mapOf = (found: unknown, decode: (text: string) => string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(found ?? {}).map(([name, values]) => [
      decode(name),
      (Array.isArray(values) ? values : [values]).map((value: unknown) => decode(String(value))),
    ]),
  )

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
const same = (text: string): string => text

const recover = (gateway: Gateway, event: Record<string, unknown>) => {
  const isHttp = gateway === httpApi || gateway === functionUrl
  const path = String(event.rawPath ?? event.path)
  const body = String(event.body ?? '')
  const cookies = isHttp
    ? (inside(event, 'cookies') ?? [])
    : [inside(event, 'multiValueHeaders', 'cookie') ?? inside(event, 'headers', 'cookie') ?? []].flat()
  return {
    method: inside(event, 'requestContext', 'http', 'method') ?? event.httpMethod,
    path:
      gateway === httpApi || gateway === httpApiV1
        ? path.replace('/dev', '')
        : path.split('/').map(decodeURIComponent).join('/'),
    query: isHttp
      ? asMap([...new URLSearchParams(String(event.rawQueryString))])
      : gateway === alb
        ? mapOf(event.queryStringParameters, decode)
        : gateway === albMulti
          ? mapOf(event.multiValueQueryStringParameters, decode)
          : mapOf(event.multiValueQueryStringParameters, same),
    cookies: Array.isArray(cookies) ? cookies.flatMap((line) => String(line).split('; ')) : [],
    body: [...Buffer.from(body, event.isBase64Encoded === true ? 'base64' : 'utf8')],
  }
}

const text = fc.string({ unit: 'binary', maxLength: 12 }).map((raw) => raw.toWellFormed())
const word = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/)
const type = fc.constantFrom(
  undefined,
  'text/plain',
  'application/json',
  'image/png',
  'application/x-www-form-urlencoded',
)

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
  segments: fc.array(text, { maxLength: 4 }),
  query: fc.array(fc.tuple(text, text), { maxLength: 6 }),
  plus: fc.boolean(),
  cookies: fc.array(fc.tuple(word, word), { maxLength: 3 }),
  type,
  body: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    text.map((raw) => new TextEncoder().encode(raw)),
  ),
})

describe('a request', () => {
  it.each(gateways)('can be recovered from the event of $name', (gateway) => {
    fc.assert(
      fc.property(request, ({ body, cookies, method, plus, query, segments, type }) => {
        const encode = (raw: string): string => {
          const encoded = encodeURIComponent(raw)
          return plus ? encoded.replaceAll('%20', '+') : encoded
        }
        const cookie = cookies.map(([name, value]) => `${name}=${value}`)
        const event = eventOf(gateway, {
          method,
          target: `/${segments.map(encodeURIComponent).join('/')}?${query.map((pair) => pair.map(encode).join('=')).join('&')}`,
          headers: [
            ...(type === undefined ? [] : [['content-type', type] as const]),
            ...(cookie.length === 0 ? [] : [['cookie', cookie.join('; ')] as const]),
          ],
          body,
        })
        const every = asMap(query)
        const last = new Map([...every].map(([name, values]) => [name, values.slice(-1)]))
        expect(recover(gateway, event)).toEqual({
          method,
          path: `/${segments.join('/')}`,
          query: gateway === alb ? last : every,
          cookies: cookie,
          body: [...body],
        })
      }),
      { numRuns: 400 },
    )
  })

  it.each(gateways)('makes an event of plain JSON behind $name', (gateway) => {
    const field = fc.tuple(fc.oneof(word, fc.constantFrom('__proto__', 'constructor')), text)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(field),
        fc.uint8Array(),
        (target, headers, body) => {
          const at = { requestId: 'r', time: new Date(0) }
          const made = gateway.event(
            { method: 'POST', target, headers, body, sourceIp: '::1' },
            { stage: 'dev' },
            at,
          )
          expect(JSON.parse(JSON.stringify(made))).toEqual(made)
        },
      ),
      { numRuns: 400 },
    )
  })
})
