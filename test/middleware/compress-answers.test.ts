import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { type CompressOptions, compress } from '../../middleware/index.ts'
import { BadRequestError, calix, get, problem, response, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'

const LARGE = { text: 'compress me, '.repeat(400) }

const asking = (handler: () => unknown, options?: CompressOptions) => (accepted: string | undefined) =>
  client(calix({}, pipe(route(get('/'), handler), use(compress(options))))).get('/', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  })

/** The coding of an answer to `accept-encoding`; nothing where it is the identity. */
const codingOf =
  (handler: () => unknown, options?: CompressOptions) => async (accepted: string | undefined) =>
    (await asking(handler, options)(accepted)).headers['content-encoding']

it.each([
  ['"strong"', 'W/"strong"'],
  ['W/"weak"', 'W/"weak"'],
])('the tag %s of what is encoded is %s', async (etag, sent) => {
  const tagged = asking(() => response('a'.repeat(5000), { headers: { ETag: etag } }))
  expect((await tagged('gzip')).headers.etag).toBe(sent)
  expect((await tagged(undefined)).headers.etag).toBe(etag)
})

describe('left alone', () => {
  const text = 'a'.repeat(5000)
  const untouched = async (handler: () => unknown, accepted = 'gzip, br') => {
    const { headers } = await asking(handler)(accepted)
    return headers['content-encoding']
  }

  it('are bytes', async () => {
    const bytes = new TextEncoder().encode(text)
    expect(await untouched(() => bytes)).toBeUndefined()
    const answer = await asking(() => response(bytes, { headers: { 'content-type': 'image/png' } }))('gzip')
    expect([...answer.bytes]).toEqual([...bytes])
  })

  it.each(['content-encoding', 'Content-Encoding'])('is what has a %s', async (name) => {
    expect(await untouched(() => response(text, { headers: { [name]: 'br' } }))).toBe('br')
  })

  it('is a part of a body, whose range is one of the bytes as they are', async () => {
    const headers = { 'content-range': 'bytes 0-4999/9999' }
    expect(await untouched(() => response(text, { status: 206, headers }))).toBeUndefined()
  })

  it.each(['image/png', 'video/mp4', 'audio/mpeg', 'font/woff2', 'application/zip', 'application/gzip'])(
    'is a text that is marked as %s',
    async (type) => {
      expect(await untouched(() => response(text, { headers: { 'content-type': type } }))).toBeUndefined()
    },
  )

  it('is not image/svg+xml, which is text', async () => {
    const svg = () => response(text, { headers: { 'content-type': 'image/svg+xml' } })
    expect(await codingOf(svg)('gzip')).toBe('gzip')
  })

  it.each([['no-transform'], ['public, no-transform, max-age=60'], [['public', 'no-transform']]])(
    'is an answer with cache-control %j',
    async (cacheControl) => {
      for (const name of ['cache-control', 'Cache-Control'])
        expect(await untouched(() => response(text, { headers: { [name]: cacheControl } }))).toBeUndefined()
    },
  )

  it('is what compression would make longer', async () => {
    const noise = Array.from({ length: 40 }, (_, nth) => String.fromCharCode(33 + ((nth * 37) % 94))).join('')
    expect(await codingOf(() => noise, { threshold: 1 })('gzip')).toBeUndefined()
  })
})

describe('vary', () => {
  it.each([
    ['origin', 'origin, accept-encoding'],
    ['Accept-Encoding', 'Accept-Encoding'],
    ['Accept, ACCEPT-ENCODING', 'Accept, ACCEPT-ENCODING'],
    ['*', '*'],
    [['accept', 'accept-language'], 'accept, accept-language, accept-encoding'],
  ])('%j of a handler becomes %s', async (vary, wanted) => {
    const { headers } = await asking(() => response(LARGE, { headers: { vary } }))('gzip')
    expect(headers.vary).toBe(wanted)
  })
})

describe('every answer', () => {
  const failing = () => new BadRequestError('wrong, '.repeat(400))

  it('is compressed, an error as well', async () => {
    const { status, bytes, headers } = await asking(failing)('br')
    expect([status, headers['content-encoding']]).toEqual([400, 'br'])
    expect(JSON.parse(brotliDecompressSync(bytes).toString())).toMatchObject({ Code: 'BadRequestError' })
  })

  it('is compressed in the shape that the app gives its errors', async () => {
    const app = calix({ errorShape: problem }, pipe(route(get('/'), failing), use(compress())))
    const { headers } = await client(app).get('/', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'content-encoding': 'gzip' })
  })

  it('to HEAD has the headers of the answer to GET, and no body', async () => {
    const app = client(
      calix(
        {},
        pipe(
          route(get('/'), () => LARGE),
          use(compress()),
        ),
      ),
    )
    const headers = { 'accept-encoding': 'gzip' }
    const [head, whole] = [await app.head('/', { headers }), await app.get('/', { headers })]
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    expect(head.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(whole.headers).toMatchObject(head.headers)
  })

  it('keeps its other headers, cookies and status', async () => {
    const answer = await asking(() =>
      response(LARGE, { status: 201, headers: { 'X-A': '1' }, cookies: ['a=1', 'b=2'] }),
    )('gzip')
    expect(answer).toMatchObject({ status: 201, cookies: ['a=1', 'b=2'], headers: { 'x-a': '1' } })
  })

  it('is compressed once, by two compress as by one', async () => {
    const app = calix(
      {},
      pipe(
        route(get('/'), () => LARGE),
        use(compress(), compress({ encodings: ['br'] })),
      ),
    )
    const { bytes, headers } = await client(app).get('/', {
      headers: { 'accept-encoding': 'gzip, br;q=0.5' },
    })
    expect(headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(LARGE)
  })
})
