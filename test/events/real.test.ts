import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { any, BadRequestError, calix, lambda, type Request, route } from 'calix'
import { describe, expect, test } from 'vitest'
import {
  alb,
  albMulti,
  functionUrl,
  type Gateway,
  httpApi,
  httpApiV1,
  restApi,
} from '../../local/gateway/gateways.ts'
import { type Json, RULES, record } from './expected.ts'
import { expectRejected } from './foreign.ts'
import { LITERALS } from './literals.ts'

const folder = new URL('../../../shared/events/', import.meta.url)
const isThere = existsSync(folder)

const read = (file: string): Json => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

const filesIn = (group: string): ReadonlyArray<string> =>
  readdirSync(new URL(`${group}/`, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${group}/${name}`)

/** The gateway that an event comes from, told by what stands in the file. */
const gatewayOf = (group: string, event: Json): Gateway => {
  if (group === 'v1') return event.version === '1.0' ? httpApiV1 : restApi
  if (group === 'v2') return httpApi
  if (group === 'furl') return functionUrl
  return event.multiValueHeaders ? albMulti : alb
}

const bodyOf = (request: Request): string | undefined => {
  try {
    return Buffer.from(request.rawBody).toString('base64')
  } catch (error) {
    if (error instanceof BadRequestError) return undefined
    throw error
  }
}

const introspect = (request: Request) => {
  const { method, path, query, queryAll, headers, cookies, sourceIp } = request
  return { ...{ method, path, query, queryAll, headers, cookies, sourceIp }, body: bodyOf(request) }
}

const unexpectedly = ({ error }: { readonly error: unknown }): void => {
  throw error
}

const appOf = (answer: (request: Request) => unknown) =>
  lambda(calix({ log: unexpectedly }, route(any('/'), answer), route(any('/*rest'), answer)))

const handler = appOf(introspect)
const reader = appOf(({ rawBody }) => rawBody)

/** What a handler sees of an event, as the gateway's caller would read it. */
const seenOf = async (
  gateway: Gateway,
  event: Json,
  to = handler,
): Promise<{ status: number; seen: Json }> => {
  const result = await to(event)
  expect(gateway.refusal(result)).toBeUndefined()
  const { status, body } = gateway.answer(result)
  return { status, seen: record(JSON.parse(new TextDecoder().decode(body))) }
}

const lastOf = (queryAll: Readonly<Record<string, ReadonlyArray<string>>>) =>
  Object.fromEntries(Object.entries(queryAll).map(([name, values]) => [name, values.at(-1)]))

if (isThere) {
  const groups = Object.entries(RULES).map(([group, rule]) => ({ group, rule }))

  describe.each(groups)('real events of $group', ({ group, rule }) => {
    test.each(filesIn(group))('%s', async (file) => {
      const event = read(file)
      const expected = rule(event)
      const gateway = gatewayOf(group, event)
      const { status, seen } = await seenOf(gateway, event)
      expect(status).toBe(200)
      expect(seen).toEqual({ ...expected, query: lastOf(expected.queryAll) })
      if (expected.body === undefined)
        expect(await seenOf(gateway, event, reader)).toEqual({
          status: 400,
          seen: {
            Code: 'BadRequestError',
            Message: 'BadRequestError: Error Decoding Body: it is marked as base64 and is not',
          },
        })
    })
  })

  test.each(Object.entries(LITERALS))('%s, read by eye', async (file, literal) => {
    const group = file.slice(0, file.indexOf('/'))
    const event = read(file)
    const { status, seen } = await seenOf(gatewayOf(group, event), event)
    expect(status).toBe(200)
    // Of the headers a literal names some, of everything else all.
    const named = Object.fromEntries(Object.keys(literal).map((name) => [name, seen[name]]))
    expect(named).toEqual({ ...literal, ...(literal.headers && { headers: named.headers }) })
    expect(named.headers ?? {}).toMatchObject(literal.headers ?? {})
  })

  test('one request that was captured behind four gateways comes out as one', async () => {
    const captures = [
      'v1/voker-live-capture.json',
      'v2/voker-live-capture.json',
      'furl/voker-live-capture.json',
      'alb/voker-live-capture-multi.json',
    ]
    const requests = await Promise.all(
      captures.map(async (file) => {
        const event = read(file)
        const { seen } = await seenOf(gatewayOf(file.slice(0, file.indexOf('/')), event), event)
        const headers = Object.fromEntries(
          Object.entries(record(seen.headers)).filter(
            ([name]) => !/^(?:host|content-length|x-forwarded-.*|x-amzn-.*)$/.test(name),
          ),
        )
        return { ...seen, headers }
      }),
    )
    expect(requests).toHaveLength(4)
    for (const request of requests)
      expect(request).toEqual({
        method: 'POST',
        path: '/capture/space value',
        query: {
          ...{ repeat: 'two', redirect: 'https://example.com/a/b', literalPlus: 'a b' },
          ...{ encodedPlus: 'a+b', empty: '' },
        },
        queryAll: {
          ...{ repeat: ['one', 'two'], redirect: ['https://example.com/a/b'], literalPlus: ['a b'] },
          ...{ encodedPlus: ['a+b'], empty: [''] },
        },
        headers: {
          ...{ accept: '*/*', 'content-type': 'application/json', 'user-agent': 'curl/8.7.1' },
          ...{ cookie: 'session=abc123; theme=dark', 'x-voker-probe': 'first,second' },
        },
        cookies: { session: 'abc123', theme: 'dark' },
        sourceIp: '68.8.83.18',
        body: Buffer.from('{"message":"hello from the public internet","unicode":"lambda-λ"}').toString(
          'base64',
        ),
      })
  })

  const SAYS: ReadonlyArray<readonly [part: string, says: RegExp]> = [
    ['lattice', /Lattice/],
    ['appsync', /AppSync/],
    ['authorizer', /authorizer/],
    ['dynamodb', /DynamoDB/],
    ['eventbridge', /EventBridge/],
    ['kinesis', /Kinesis/],
    ['lambda-edge', /CloudFront/],
    ['s3', /S3/],
    ['scheduled', /EventBridge.*aws\.events/],
    ['sns', /SNS/],
    ['sqs', /SQS/],
    ['websocket', /WebSocket/],
  ]

  describe('real events of anything else', () => {
    test.each(filesIn('other').filter((file) => /nonhttp|lattice/.test(file)))('%s', (file) =>
      expectRejected(read(file), SAYS.find(([part]) => file.includes(part))?.[1] ?? /^$/),
    )

    test('an event that is a REST API’s but for its stage is answered', async () => {
      const { status, seen } = await seenOf(restApi, read('other/invalid-http-api-shape.json'))
      expect({ status, path: seen.path, body: seen.body }).toEqual({
        ...{ status: 200, path: '/invalid' },
        body: Buffer.from('Foo!').toString('base64'),
      })
    })
  })
} else {
  const why = `the published events are not at ${folder.pathname}`
  console.warn(`Skipped: ${why}`)
  test.skip(`real events: ${why}`, () => {})
}
