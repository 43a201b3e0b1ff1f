import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { compress } from '../../middleware/index.ts'
import {
  any,
  apiKey,
  authorize,
  calix,
  get,
  lambda,
  methods,
  post,
  response,
  route,
  use,
} from '../../src/index.ts'
import { fetchOf, functionUrl, gateways, restApi } from '../../testing/index.ts'

const to = (status: number, location: string) => response('', { status, headers: { location } })

const app = calix(
  {},
  route(get('/cities/:city'), ({ headers, params, query }) => ({ ...params, query, host: headers.host })),
  route(post('/echo'), ({ body, headers }) => ({
    body: body ?? null,
    type: headers['content-type'] ?? null,
  })),
  route(post('/bytes'), ({ rawBody }) => response(rawBody, { headers: { 'content-type': 'image/png' } })),
  route(get('/cookies'), () => response('', { headers: { 'set-cookie': ['a=1', 'b=2'] } })),
  route(methods(['GET', 'POST'], '/to/:status'), ({ params }) => to(Number(params.status), '/at?a=1#b')),
  route(get('/away'), () => to(302, 'https://example.com/')),
  route(get('/round'), () => to(307, '/round')),
  route(any('/at'), ({ method, query, rawBody, headers }) => ({
    method,
    query,
    text: new TextDecoder().decode(rawBody),
    type: headers['content-type'] ?? null,
  })),
  pipe(
    route(get('/large'), () => ({ a: 'a'.repeat(10_000) })),
    use(compress()),
  ),
  route(pipe(get('/me'), authorize(apiKey())), ({ identity }) => identity),
  route(get('/never'), () => new Promise<never>(() => {})),
)

const fetch = fetchOf(app)
const url = (path: string): string => `http://calix.test${path}`

describe.each(gateways)('behind $name', (gateway) => {
  const fetch = fetchOf(app, { gateway })

  it('the answer is a Response', async () => {
    const answer = await fetch(url('/cities/s%C3%A3o%20paulo?full=a%2Bb#top'))
    expect(answer).toBeInstanceOf(Response)
    expect(answer.status).toBe(200)
    expect(answer.ok).toBe(true)
    expect(answer.url).toBe(url('/cities/s%C3%A3o%20paulo?full=a%2Bb'))
    expect(answer.redirected).toBe(false)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.clone().json()).toMatchObject({ city: 'são paulo', query: { full: 'a+b' } })
  })

  it('it has cookies, each its own', async () => {
    expect((await fetch(url('/cookies'))).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it('bytes stay what they are', async () => {
    const answer = await fetch(url('/bytes'), { method: 'POST', body: Uint8Array.of(0, 0xff, 0x80) })
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 0xff, 0x80])
  })
})

describe('it takes what fetch takes', () => {
  it('a URL, a Request, and the host that they name', async () => {
    for (const input of [new URL(url('/cities/a')), new Request(url('/cities/a'))])
      expect(await (await fetch(input)).json()).toEqual({ city: 'a', query: {}, host: 'calix.test' })
    const deep = fetchOf(async (event) => ({ statusCode: 200, body: JSON.stringify(event) }), {
      gateway: functionUrl,
    })
    expect(await (await deep('http://a.test/prod/x')).json()).toMatchObject({
      rawPath: '/prod/x',
      headers: { host: 'a.test' },
    })
  })

  it.each([
    ['text', 'a', null, 'text/plain;charset=UTF-8'],
    ['a form', new URLSearchParams({ a: '1' }), { a: '1' }, /^application\/x-www-form-urlencoded/],
    ['a blob', new Blob(['{"a":1}'], { type: 'application/json' }), { a: 1 }, 'application/json'],
    ['a form with files', new FormData(), null, /^multipart\/form-data; boundary=/],
  ])('%s as a body', async (_, body, parsed, type) => {
    const answer = await fetch(url('/echo'), { method: 'POST', body })
    expect(await answer.json()).toEqual({
      body: parsed,
      type: typeof type === 'string' ? type : expect.stringMatching(type),
    })
  })

  it('no body, no content type', async () => {
    const answer = await fetch(url('/echo'), { method: 'POST' })
    expect(await answer.json()).toEqual({ body: null, type: null })
  })

  it('and refuses what fetch refuses', async () => {
    await expect(fetch('/cities/a')).rejects.toThrow(TypeError)
    await expect(fetch(url('/'), { body: 'a' })).rejects.toThrow(TypeError)
    await expect(fetch(url('/'), { headers: { a: 'b\nc' } })).rejects.toThrow(TypeError)
  })
})

describe('an answer', () => {
  it.each([204, 205, 304])('of %i has no body', async (statusCode) => {
    const answer = await fetchOf(async () => ({ statusCode }), { gateway: restApi })(url('/'))
    expect([answer.status, answer.body]).toEqual([statusCode, null])
  })

  it('to a HEAD has none', async () => {
    const answer = await fetch(url('/cities/a'), { method: 'HEAD' })
    expect([answer.status, answer.body]).toEqual([200, null])
  })

  it.each(['gzip', 'br', 'zstd', 'deflate'])('in %s is decompressed', async (coding) => {
    const answer = await fetch(url('/large'), { headers: { 'accept-encoding': coding } })
    expect(answer.headers.get('content-encoding')).toBe(coding)
    expect(await answer.json()).toEqual({ a: 'a'.repeat(10_000) })
  })

  it('never comes where the function rejects', async () => {
    const failing = fetchOf(() => Promise.reject(new Error('out of order')))
    await expect(failing(url('/'))).rejects.toThrow('out of order')
  })

  it('is the same from the handler of the app', async () => {
    expect(await (await fetchOf(lambda(app))(url('/cities/a'))).json()).toMatchObject({ city: 'a' })
  })

  it('is for who calls, as the options say', async () => {
    const asked = fetchOf(app, { gateway: restApi, identity: { apiKeyId: 'partner' } })
    expect(await (await asked(url('/me'))).json()).toEqual({ apiKeyId: 'partner' })
    expect((await fetchOf(app, { gateway: restApi })(url('/me'))).status).toBe(401)
  })
})

describe('a redirect', () => {
  const sent = (status: number, method: string, redirect: 'follow' | 'manual' | 'error' = 'follow') =>
    fetch(url(`/to/${status}`), { method, redirect, ...(method === 'POST' ? { body: 'a' } : {}) })

  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [307, 'POST', 'POST', 'a'],
    [308, 'POST', 'POST', 'a'],
    [302, 'GET', 'GET', ''],
    [303, 'GET', 'GET', ''],
  ])('of status %i follows a %s with a %s', async (status, before, method, text) => {
    const answer = await sent(status, before)
    expect(answer.redirected).toBe(true)
    expect(answer.url).toBe(url('/at?a=1'))
    const type = text === '' ? null : 'text/plain;charset=UTF-8'
    expect(await answer.json()).toEqual({ method, query: { a: '1' }, text, type })
  })

  it('is an answer, or an error, where that is asked for', async () => {
    const answer = await sent(302, 'GET', 'manual')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/at?a=1#b'])
    await expect(sent(302, 'GET', 'error')).rejects.toThrow('http://calix.test/to/302 redirects to /at?a=1#b')
  })

  it('never leaves the app, and ends', async () => {
    await expect(fetch(url('/away'))).rejects.toThrow(
      'redirects to https://example.com/, which is not the app',
    )
    await expect(fetch(url('/round'))).rejects.toThrow('/round redirects too often')
  })
})

describe('a signal', () => {
  it('ends a request before it is asked', async () => {
    let asked = 0
    const counting = fetchOf(async () => {
      asked += 1
      return {}
    })
    const reason = new Error('enough')
    await expect(counting(url('/'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(asked).toBe(0)
  })

  it('ends one that is under way', async () => {
    const ending = new AbortController()
    const answering = fetch(url('/never'), { signal: ending.signal })
    setImmediate(() => ending.abort())
    await expect(answering).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})
