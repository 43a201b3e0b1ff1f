import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { type CorsOptions, cors } from '../../middleware/index.ts'
import { calix, get, response, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'

const FOO = 'https://foo.example.com'
const OTHER = 'https://other.example.com'

const hello = () => ({ hello: 'world' })
const appOf = (given: CorsOptions) => calix({ log: () => {} }, pipe(route(get('/'), hello), use(cors(given))))

/** The headers that decide over CORS. */
const decisive = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-')),
  )

const simple = async (given: CorsOptions, origin?: string) =>
  decisive((await client(appOf(given)).get('/', origin === undefined ? {} : { headers: { origin } })).headers)

const USUAL = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key'

describe('an answer of a route', () => {
  it('is for every origin by default', async () => {
    const wanted = { 'access-control-allow-origin': '*', 'access-control-allow-headers': USUAL }
    expect(await simple({}, FOO)).toEqual(wanted)
    expect(await simple({}, 'null')).toEqual(wanted)
    expect(await simple({})).toEqual(wanted)
  })

  it('says all that it was told', async () => {
    const given = {
      allowOrigin: FOO,
      allowHeaders: ['X-Special-Header'],
      exposeHeaders: ['X-Special-Header', 'X-Other'],
      maxAge: 600,
      allowCredentials: true,
    }
    expect(await simple(given, FOO)).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': `${USUAL},X-Special-Header`,
      'access-control-allow-origin': FOO,
      'access-control-expose-headers': 'X-Special-Header,X-Other',
      'access-control-max-age': '600',
    })
  })

  it('names one origin to whoever asks, so it varies by none', async () => {
    for (const origin of [FOO, OTHER, 'null', undefined]) {
      const headers = await simple({ allowOrigin: FOO }, origin)
      expect(headers).toMatchObject({ 'access-control-allow-origin': FOO })
      expect(headers).not.toHaveProperty('vary')
    }
  })

  it('says a max age of 0, which turns the cache of preflights off', async () => {
    expect(await simple({ maxAge: 0 }, FOO)).toMatchObject({ 'access-control-max-age': '0' })
  })

  it('names each header once', async () => {
    const headers = await simple({ allowHeaders: ['X-Api-Key', 'X-A', 'X-A'] }, FOO)
    expect(headers['access-control-allow-headers']).toBe(`${USUAL},X-A`)
  })
})

describe('one of many origins', () => {
  const many = [FOO, 'http://bar.example.com:8080']

  it.each(many)('%s is echoed, and the answer varies by it', async (origin) => {
    expect(await simple({ allowOrigin: many }, origin)).toMatchObject({
      'access-control-allow-origin': origin,
      vary: 'origin',
    })
  })

  it.each([
    OTHER,
    'http://foo.example.com',
    'https://foo.example.com:8443',
    'https://foo.example.com.evil.org',
    'https://evil.foo.example.com',
    'http://bar.example.com',
    'null',
    '',
    undefined,
    '__proto__',
    '*',
  ])('%s is another: no origin at all, and the answer varies all the same', async (origin) => {
    const headers = await simple({ allowOrigin: many }, origin)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers.vary).toBe('origin')
  })

  it('a list of one is a list: it varies', async () => {
    expect(await simple({ allowOrigin: [FOO] }, FOO)).toMatchObject({
      'access-control-allow-origin': FOO,
      vary: 'origin',
    })
    expect(await simple({ allowOrigin: [FOO] }, OTHER)).not.toHaveProperty('access-control-allow-origin')
  })

  it('with credentials: those of the list alone', async () => {
    const given = { allowOrigin: many, allowCredentials: true }
    expect(await simple(given, FOO)).toMatchObject({
      'access-control-allow-origin': FOO,
      'access-control-allow-credentials': 'true',
    })
    expect(await simple(given, OTHER)).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('a wildcard', () => {
  const wild =
    (allowOrigin: CorsOptions['allowOrigin'] & (string | ReadonlyArray<string>)) => async (origin: string) =>
      (await simple({ allowOrigin }, origin))['access-control-allow-origin']

  it('is one label of a host', async () => {
    const allowed = wild(['https://*.example.com'])
    expect(await allowed('https://a.example.com')).toBe('https://a.example.com')
    expect(await allowed('https://a-b.example.com')).toBe('https://a-b.example.com')
  })

  it.each([
    'https://example.com',
    'https://a.b.example.com',
    'http://a.example.com',
    'https://a.example.com:8443',
    'https://a.example.com.evil.org',
    'https://evilexample.com',
    'https://aXexample.com',
    'null',
  ])('is not %s', async (origin) => {
    expect(await wild(['https://*.example.com'])(origin)).toBeUndefined()
  })

  it('outside a list is a pattern too, never sent as it is', async () => {
    const allowed = wild('https://*.example.com')
    expect(await allowed('https://a.example.com')).toBe('https://a.example.com')
    expect(await allowed(OTHER.replace('example.com', 'example.org'))).toBeUndefined()
  })

  it("of everything in a list is '*'", async () => {
    expect(await wild([FOO, '*'])(OTHER)).toBe('*')
  })
})

describe('what a handler sets itself', () => {
  const by = async (headers: Record<string, string | ReadonlyArray<string>>, given: CorsOptions) => {
    const app = calix(
      {},
      pipe(
        route(get('/'), () => response('x', { headers })),
        use(cors(given)),
      ),
    )
    return decisive((await client(app).get('/', { headers: { origin: FOO } })).headers)
  }

  it('stands, in whatever case it is written', async () => {
    const own = {
      'Access-Control-Allow-Origin': OTHER,
      'ACCESS-CONTROL-EXPOSE-HEADERS': 'x-mine',
      'access-control-max-age': '1',
    }
    expect(await by(own, { allowOrigin: FOO, exposeHeaders: ['x-ours'], maxAge: 600 })).toMatchObject({
      'access-control-allow-origin': OTHER,
      'access-control-expose-headers': 'x-mine',
      'access-control-max-age': '1',
    })
  })

  it.each([
    ['accept-encoding', 'accept-encoding, origin'],
    ['Accept, Origin', 'accept, origin'],
    [['accept', 'accept-language'], 'accept, accept-language, origin'],
  ])('of vary %j is joined: %s', async (vary, joined) => {
    expect((await by({ vary }, { allowOrigin: [FOO] })).vary).toBe(joined)
  })
})

describe('options', () => {
  it.each([
    [
      'an unknown one',
      { allowOrigins: ['*'] },
      /no option 'allowOrigins' \(did you mean 'allowOrigin'\?\): there are allowOrigin,/,
    ],
    ['credentials for everyone', { allowCredentials: true }, /name the origins/],
    [
      'credentials for everyone in a list',
      { allowOrigin: [FOO, '*'], allowCredentials: true },
      /name the origins/,
    ],
    ['half a second', { maxAge: 0.5 }, /whole number of seconds, not 0.5/],
    ['less than no time', { maxAge: -1 }, /whole number of seconds, not -1/],
  ])('refuse %s', (_what, given, message) => {
    // What TypeScript refuses can still come from JavaScript.
    expect(() => cors(given as CorsOptions)).toThrow(message)
  })
})
