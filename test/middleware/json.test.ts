import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { type JsonOptions, json } from '../../middleware/index.ts'
import { calix, lambda, post, route, use } from '../../src/index.ts'
import { type ClientRequest, client, gateways } from '../../testing/index.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

const echo = route(post('/'), ({ body }) => ({ read: body === undefined ? 'undefined' : body }))
const echoed = (init: ClientRequest) => client(calix({}, echo)).post('/', init)
const echoedBy = (options: JsonOptions, init: ClientRequest) =>
  client(calix({}, pipe(echo, use(json(options))))).post('/', init)

const malformed = { Code: 'BadRequestError', Message: 'BadRequestError: Error Parsing JSON' }

describe.each(gateways)('behind $name', (gateway) => {
  const app = client(calix({}, echo), { gateway })

  it.each([[{ a: [1, 'é', null] }], [[]], ['yellow'], [0], [false], [null]])('reads %j', async (value) => {
    expect((await app.post('/', { json: value })).json).toEqual({ read: value })
  })

  it('reads JSON whose bytes the gateway had to encode', async () => {
    const body = gzipSync('{"a":1}')
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
    expect((await app.post('/', { body, headers })).json).toEqual({ read: { a: 1 } })
  })

  it('answers 400 to what is no JSON, and says so', async () => {
    const { status, json: answer } = await app.post('/', { body: '{"a":', headers: JSON_TYPE })
    expect([status, answer]).toEqual([400, malformed])
  })
})

describe('the type of a body', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'APPLICATION/JSON',
    'application/problem+json',
    'application/vnd.api+json; ext="a"',
    'application/ld+json',
  ])('%s is JSON', async (type) => {
    const { json: answer } = await echoed({ body: '{"a":1}', headers: { 'content-type': type } })
    expect(answer).toEqual({ read: { a: 1 } })
  })

  it.each([
    'text/plain',
    'application/jsonp',
    'application/json-seq',
    'text/json-ish',
    'application/x+jsonx',
    '',
  ])("'%s' is not: the body is undefined, and nothing fails", async (type) => {
    const { status, json: answer } = await echoed({ body: '{"a":', headers: { 'content-type': type } })
    expect([status, answer]).toEqual([200, { read: 'undefined' }])
  })

  it('none at all: undefined', async () => {
    expect((await echoed({ body: '{"a":1}' })).json).toEqual({ read: 'undefined' })
  })

  it('JSON, and no body: undefined', async () => {
    expect((await echoed({ headers: JSON_TYPE })).json).toEqual({ read: 'undefined' })
  })
})

describe('parsing', () => {
  it('waits until a handler reads the body', async () => {
    const deaf = calix(
      {},
      route(post('/'), ({ rawBody }) => rawBody.length),
    )
    const { status, text } = await client(deaf).post('/', { body: '{"a":', headers: JSON_TYPE })
    expect([status, text]).toEqual([200, '5'])
  })

  it('waits under a json() of the route too', async () => {
    const deaf = calix(
      {},
      pipe(
        route(post('/'), () => 'unread'),
        use(json()),
      ),
    )
    const { status, text } = await client(deaf).post('/', { body: '{"a":', headers: JSON_TYPE })
    expect([status, text]).toEqual([200, 'unread'])
  })

  it('happens once: every read is the same value', async () => {
    const app = calix(
      {},
      route(post('/'), (request) => {
        const [first, second] = [request.body, request.body]
        return typeof first === 'object' && first === second
      }),
    )
    expect((await client(app).post('/', { json: { a: 1 } })).json).toBe(true)
  })

  it('fails at every read', async () => {
    const app = calix(
      {},
      route(post('/'), (request) => {
        const read = () => {
          try {
            return request.body
          } catch (error) {
            return error instanceof Error ? error.message : error
          }
        }
        return [read(), read()]
      }),
    )
    const { json: answer } = await client(app).post('/', { body: '{', headers: JSON_TYPE })
    expect(answer).toEqual(['Error Parsing JSON', 'Error Parsing JSON'])
  })

  it('refuses base64 that is none, where a handler reads it', async () => {
    const event = {
      ...{ version: '2.0', rawPath: '/', rawQueryString: '', headers: JSON_TYPE, isBase64Encoded: true },
      ...{ requestContext: { http: { method: 'POST', path: '/' } }, body: 'no base64!' },
    }
    expect(await lambda(calix({}, echo))(event)).toMatchObject({
      statusCode: 400,
      body: expect.stringContaining('Error Decoding Body'),
    })
  })
})

describe('keys that could reach a prototype', () => {
  it.each([
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['__proto__, deep', '{"a":[{"__proto__":1}]}'],
    ['__proto__, escaped', '{"\\u005f_proto__":{"admin":true}}'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"admin":true}}}'],
  ])('%s: 400', async (_what, body) => {
    const { status, json: answer } = await echoed({ body, headers: JSON_TYPE })
    expect([status, answer]).toEqual([400, malformed])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it.each(['{"constructor":"Ada"}', '{"prototype":1}', '{"a":"__proto__"}', '{"a":"\\u00e9"}'])(
    'are not in %s',
    async (body) => {
      expect((await echoed({ body, headers: JSON_TYPE })).json).toEqual({ read: JSON.parse(body) })
    },
  )

  it('are refused whatever the reviver does', async () => {
    const { status } = await echoedBy(
      { reviver: (_key, value) => value },
      { body: '{"__proto__":{}}', headers: JSON_TYPE },
    )
    expect(status).toBe(400)
  })
})

describe('reviver', () => {
  const reviver = (key: string, value: unknown) =>
    key === 'at' ? `${new Date(String(value)).getTime()}` : value

  it('takes part in the parsing', async () => {
    const { json: answer } = await echoedBy({ reviver }, { json: { at: '1970-01-01T00:00:01Z', b: 1 } })
    expect(answer).toEqual({ read: { at: '1000', b: 1 } })
  })

  it('may be among the defaults of an app', async () => {
    const app = calix({ defaults: [json({ reviver })] }, echo)
    expect((await client(app).post('/', { json: { at: '1970-01-01' } })).json).toEqual({ read: { at: '0' } })
  })
})

it.each([['yellow'], ['"quoted"'], ['{}'], [''], [{ a: 1 }], [null], [3]])(
  'a json() of the route parses %j once, whatever the app has',
  async (value) => {
    expect((await echoedBy({}, { json: value })).json).toEqual({ read: value })
  },
)

describe('compressed bodies', () => {
  const coders = {
    gzip: gzipSync,
    'x-gzip': gzipSync,
    deflate: deflateSync,
    br: brotliCompressSync,
    zstd: zstdCompressSync,
    GZIP: gzipSync,
    ' gzip ': gzipSync,
    identity: (text: string) => Buffer.from(text),
  }

  const sent = (body: Uint8Array, coding: string) => ({
    body,
    headers: { ...JSON_TYPE, 'content-encoding': coding },
  })

  it.each(Object.entries(coders))("'%s' is undone", async (coding, encode) => {
    expect((await echoed(sent(encode('{"a":1}'), coding))).json).toEqual({ read: { a: 1 } })
  })

  it.each(['compress', 'gzip, br', 'toString', '__proto__'])("'%s' is answered 415", async (coding) => {
    const { status, headers, json: answer } = await echoed(sent(Buffer.from('{}'), coding))
    expect([status, headers['accept-encoding']]).toEqual([415, 'gzip, deflate, br, zstd'])
    expect(answer).toMatchObject({ Code: 'UnsupportedMediaTypeError' })
  })

  it('that are no such thing are answered 400', async () => {
    const { status, json: answer } = await echoed(sent(Buffer.from('{}'), 'gzip'))
    expect([status, answer]).toMatchObject([
      400,
      { Message: 'BadRequestError: Error Decoding Body: it is not gzip' },
    ])
  })

  it('may have 10 MB once undone, and not a byte more', async () => {
    const size = 10 * 1024 * 1024
    const app = client(
      calix(
        {},
        route(post('/'), ({ body }) => String(body).length),
      ),
    )
    const most = `"${'a'.repeat(size - 2)}"`
    expect(await app.post('/', sent(gzipSync(most), 'gzip'))).toMatchObject({ status: 200, json: size - 2 })
    expect(await app.post('/', sent(gzipSync(`${most} `), 'gzip'))).toMatchObject({
      status: 413,
      json: { Code: 'PayloadTooLargeError' },
    })
  })

  it('may have as many bytes as limit says', async () => {
    const status = async (text: string) =>
      (await echoedBy({ limit: 10 }, sent(gzipSync(text), 'gzip'))).status
    expect([await status('"12345678"'), await status('"123456789"')]).toEqual([200, 413])
  })
})
