import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { type CompressOptions, compress } from '../../middleware/index.ts'
import { calix, get, route, use } from '../../src/index.ts'
import { client, gateways } from '../../testing/index.ts'

const DECODERS = {
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
}

const LARGE = { text: 'compress me, '.repeat(400) }

const asking = (handler: () => unknown, options?: CompressOptions) => (accepted: string | undefined) =>
  client(calix({}, pipe(route(get('/'), handler), use(compress(options))))).get('/', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  })

/** The coding of an answer to `accept-encoding`; nothing where it is the identity. */
const codingOf =
  (handler: () => unknown, options?: CompressOptions) => async (accepted: string | undefined) =>
    (await asking(handler, options)(accepted)).headers['content-encoding']

describe.each(gateways)('behind $name', (gateway) => {
  const app = client(
    calix(
      {},
      pipe(
        route(get('/'), () => LARGE),
        use(compress()),
      ),
    ),
    { gateway },
  )

  it.each(Object.entries(DECODERS))('%s comes back as what the handler returned', async (coding, decode) => {
    const { bytes, headers, refusal } = await app.get('/', { headers: { 'accept-encoding': coding } })
    expect(refusal).toBeUndefined()
    expect(headers).toMatchObject({
      'content-encoding': coding,
      'content-type': 'application/json',
      vary: 'accept-encoding',
    })
    expect(JSON.parse(decode(bytes).toString('utf8'))).toEqual(LARGE)
    expect(bytes.length).toBeLessThan(JSON.stringify(LARGE).length)
  })

  it('the identity varies as well', async () => {
    const { json, headers } = await app.get('/')
    expect(json).toEqual(LARGE)
    expect(headers).toMatchObject({ vary: 'accept-encoding' })
    expect(headers).not.toHaveProperty('content-encoding')
  })
})

describe('the coding', () => {
  const coding = codingOf(() => LARGE)

  it.each([
    // One, and the first of ours among equals.
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['deflate, gzip', 'gzip'],
    ['zstd, gzip;q=1.0', 'zstd'],
    // Weights.
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0.5,gzip;q=0.8,zstd;q=0.8', 'zstd'],
    ['gzip ; q=0.5 , deflate ; q=1', 'deflate'],
    ['gzip;q=0.001', 'gzip'],
    // Refusals.
    ['gzip;q=0', undefined],
    ['gzip;q=0.000', undefined],
    ['br;q=0, gzip', 'gzip'],
    ['compress, x-unknown', undefined],
    // The wildcard stands for what is not named.
    ['*', 'br'],
    ['*;q=0.5', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *', 'zstd'],
    ['gzip, *;q=0', 'gzip'],
    ['gzip;q=0.2, *;q=0.1', 'gzip'],
    // The identity.
    ['identity', undefined],
    ['identity;q=0', undefined],
    ['gzip, identity;q=0', 'gzip'],
    ['gzip;q=0.5, identity', undefined],
    ['gzip;q=0.5, identity;q=0.5', 'gzip'],
    ['gzip;q=0.5, identity;q=0.4', 'gzip'],
    ['identity;q=0, *', 'br'],
    // Nothing said, or nothing that can be read.
    [undefined, undefined],
    ['', undefined],
    [',', undefined],
    [';q=1', undefined],
    ['gzip;q=high', undefined],
  ])('for %j is %s', async (accepted, wanted) => {
    expect(await coding(accepted)).toBe(wanted)
    const answer = await asking(() => LARGE)(accepted)
    expect([answer.status, answer.headers.vary]).toEqual([200, 'accept-encoding'])
  })

  it('is one of those on offer, the preferred first', async () => {
    const offering = codingOf(() => LARGE, { encodings: ['deflate', 'gzip'] })
    expect(await offering('br, gzip, deflate')).toBe('deflate')
    expect(await offering('br, gzip')).toBe('gzip')
    expect(await offering('br, zstd')).toBeUndefined()
    expect(await offering('*')).toBe('deflate')
  })
})

describe('the threshold', () => {
  const of = (body: string, options?: CompressOptions) => codingOf(() => body, options)('gzip')

  it('is 1024 bytes, not characters', async () => {
    expect(await of('a'.repeat(1023))).toBeUndefined()
    expect(await of('a'.repeat(1024))).toBe('gzip')
    expect(await of('€'.repeat(341))).toBeUndefined()
    expect(await of('€'.repeat(342))).toBe('gzip')
    expect(await of('😀'.repeat(255))).toBeUndefined()
    expect(await of('😀'.repeat(256))).toBe('gzip')
  })

  it('may be another', async () => {
    expect(await of('a'.repeat(100), { threshold: 100 })).toBe('gzip')
    expect(await of('a'.repeat(99), { threshold: 100 })).toBeUndefined()
    expect(await of('a'.repeat(5000), { threshold: 5001 })).toBeUndefined()
  })

  it('leaves an answer below it as it would be without compress', async () => {
    expect((await asking(() => 'small')('gzip')).headers).toEqual({
      'content-length': '5',
      'content-type': 'text/plain; charset=utf-8',
    })
  })

  it.each(['gzip, identity;q=0', 'gzip, *;q=0', 'identity;q=0, gzip;q=0.1'])(
    'counts for less than %s',
    async (accepted) => {
      const { bytes, headers } = await asking(() => 'a'.repeat(500))(accepted)
      expect(headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(bytes).toString()).toBe('a'.repeat(500))
    },
  )

  it('counts for less than a refused identity, even where the coding makes the body longer', async () => {
    const { bytes, headers } = await asking(() => 'hi')('gzip, identity;q=0')
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(bytes).toString()).toBe('hi')
  })

  it('of 0 leaves an empty body empty', async () => {
    const { bytes, headers } = await asking(() => '', { threshold: 0 })('gzip')
    expect([bytes.length, headers['content-encoding']]).toEqual([0, undefined])
  })
})

describe('options', () => {
  it.each([
    [
      'an unknown one',
      { treshold: 1 },
      /no option 'treshold' \(did you mean 'threshold'\?\): there are threshold, encodings/,
    ],
    [
      'an unknown coding',
      { encodings: ['gzip', 'lzma'] },
      /encodings is a list of br, zstd, gzip, deflate; there is no encoding 'lzma'/,
    ],
  ])('refuse %s', (_what, given, message) => {
    // What TypeScript refuses can still come from JavaScript.
    expect(() => compress(given as never)).toThrow(message)
  })
})
