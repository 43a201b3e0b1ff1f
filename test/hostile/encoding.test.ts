import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { calix, get, lambda, post, route } from 'calix'
import { type Client, gateways } from 'calix/testing'
import { expect, test } from 'vitest'
import { ledger, sender } from './sender.ts'

const MB = 1024 * 1024

const { entries, log } = ledger()

const app = calix(
  { log },
  route(get('/'), () => 'never looked'),
  route(post('/body'), ({ body }) => ({ body })),
  route(post('/length'), ({ body }) => String(body).length),
  route(post('/raw'), ({ rawBody }) => rawBody.length),
  route(post('/unread'), () => 'never looked'),
)

const CODINGS = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
} as const

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

const send = (to: Client, target: string, body: string | Uint8Array, type: string, encoding: string) =>
  to.post(target, { body, headers: { 'content-type': type, 'content-encoding': encoding } })

for (const gateway of gateways) {
  const to = sender(app, { gateway })

  test.each(Object.entries(CODINGS))(
    `a body in %s is decoded (${gateway.name})`,
    async (coding, compress) => {
      const json = await send(to, '/body', compress('{"city":"são paulo"}'), JSON_TYPE, coding)
      expect(json.json).toEqual({ body: { city: 'são paulo' } })
      const form = await send(to, '/body', compress('a=1&a=2'), FORM_TYPE, coding.toUpperCase())
      expect(form.json).toEqual({ body: { a: ['1', '2'] } })
    },
  )

  test(`a truncated body, or one that is not what it says, is a 400 (${gateway.name})`, async () => {
    for (const [coding, compress] of Object.entries(CODINGS)) {
      const whole = compress(JSON.stringify({ text: 'a longer text, for something to be cut' }))
      for (const body of [
        whole.subarray(0, whole.length - 6),
        Buffer.from('{"plain":1}'),
        Buffer.from([0xff]),
      ]) {
        const { status, json } = await send(to, '/body', body, JSON_TYPE, coding)
        expect({ status, json }).toEqual({
          status: 400,
          json: {
            Code: 'BadRequestError',
            Message: `BadRequestError: Error Decoding Body: it is not ${coding}`,
          },
        })
      }
    }
  })
}

const to = sender(app)

test('a bomb is a 413: it is not decompressed beyond the limit', async () => {
  for (const [coding, compress] of Object.entries(CODINGS)) {
    const bomb = compress(Buffer.alloc(64 * MB, ' '))
    expect(bomb.length).toBeLessThan(MB)
    for (const type of [JSON_TYPE, FORM_TYPE]) {
      const { status, json } = await send(to, '/body', bomb, type, coding)
      expect({ status, json }).toMatchObject({ status: 413, json: { Code: 'PayloadTooLargeError' } })
    }
  }
})

test('the limit itself still passes', async () => {
  const exactly = `"${'a'.repeat(10 * MB - 2)}"`
  expect((await send(to, '/length', gzipSync(exactly), JSON_TYPE, 'gzip')).json).toBe(10 * MB - 2)
  expect((await send(to, '/length', gzipSync(`${exactly} `), JSON_TYPE, 'gzip')).status).toBe(413)
})

test.each(['compress', 'gzip, gzip', 'aws-chunked', '__proto__', 'x'.repeat(10_000)])(
  'an unknown coding is a 415 that says what is known: %.20s',
  async (coding) => {
    const { status, headers, bytes } = await send(to, '/body', '{}', JSON_TYPE, coding)
    expect(status).toBe(415)
    expect(headers['accept-encoding']).toBe('gzip, deflate, br, zstd')
    expect(bytes.length).toBeLessThan(500)
  },
)

test('identity, and no coding at all, leave the body as it is', async () => {
  for (const coding of ['identity', 'Identity', ''])
    expect((await send(to, '/body', '{"a":1}', JSON_TYPE, coding)).json).toEqual({ body: { a: 1 } })
})

test('a handler that does not look at a broken body does not fail on it', async () => {
  for (const coding of ['gzip', 'unknown'])
    expect((await send(to, '/unread', 'nothing compressed', JSON_TYPE, coding)).text).toBe('never looked')
})

/** An event whose body says that it is base64. */
const marked = (body: string, type: string) => ({
  version: '2.0',
  rawPath: type === '' ? '/raw' : '/body',
  rawQueryString: '',
  headers: type === '' ? {} : { 'content-type': type },
  requestContext: { http: { method: 'POST', path: '/raw', sourceIp: '192.0.2.1' }, stage: '$default' },
  body,
  isBase64Encoded: true,
})

const handler = lambda(app)

test.each(['%%%', 'e30', 'e30==', 'e3 0=', 'e30=\n', 'é', 'e30=e30=', '=', '-_-_'])(
  'a body marked as base64 that is none is a 400: %j',
  async (body) => {
    for (const type of [JSON_TYPE, FORM_TYPE, ''])
      expect(await handler(marked(body, type))).toMatchObject({
        statusCode: 400,
        body: expect.stringContaining('BadRequestError: Error Decoding Body'),
      })
  },
)

test('a body marked as base64 that is some is read', async () => {
  expect(await handler(marked('eyJhIjoxfQ==', JSON_TYPE))).toMatchObject({ body: '{"body":{"a":1}}' })
  expect(await handler(marked('AAEC', ''))).toMatchObject({ body: '3' })
})

test("none of a caller's mistakes is logged as the app's", () => {
  expect(entries).toEqual([])
})
