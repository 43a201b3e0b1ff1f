import { describe, expect, it } from 'vitest'
import { client } from '../../client/index.ts'
import { fetchOf, functionUrl } from '../../testing/index.ts'
import { echo, echoed, echoing } from './echo.ts'
import { untyped } from './untyped.ts'

const { get, post } = echoing

describe('a method', () => {
  it.each([
    ['get', 'GET'],
    ['put', 'PUT'],
    ['post', 'POST'],
    ['patch', 'PATCH'],
    ['del', 'DELETE'],
    ['options', 'OPTIONS'],
  ] as const)('%s sends a %s', async (name, method) => {
    expect(await echoed(echoing[name]('/a'))).toMatchObject({ method, rawPath: '/a' })
  })

  it('head sends a HEAD, whose answer has no body', async () => {
    expect(await echoing.head('/a')()).toEqual({ _tag: 'Right', right: null })
  })
})

describe('a path', () => {
  it.each([
    ['/', {}, '/'],
    ['/cities/:city', { city: 'são paulo' }, '/cities/s%C3%A3o%20paulo'],
    ['/cities/:city', { city: 'a/b?c#d%2e+&;\\' }, '/cities/a%2Fb%3Fc%23d%252e%2B%26%3B%5C'],
    ['/cities/:city', { city: '%2e%2e' }, '/cities/%252e%252e'],
    ['/cities/:city', { city: '...' }, '/cities/...'],
    ['/cities/:city/:id', { city: 7, id: true }, '/cities/7/true'],
    ['/at/:when', { when: new Date(0) }, '/at/1970-01-01T00%3A00%3A00.000Z'],
    ['/big/:n', { n: 2n ** 64n }, '/big/18446744073709551616'],
    ['/files/*key', { key: 'a/b c/%/d' }, '/files/a/b%20c/%25/d'],
    ['/são/:x', { x: 'y' }, '/s%C3%A3o/y'],
  ])('%s is printed: %#', async (path, params, rawPath) => {
    expect((await echoed(get(path, { params }))).rawPath).toBe(rawPath)
  })

  it.each([
    ['http://calix.test/', '/a'],
    ['http://calix.test/prod', '/prod/a'],
    ['http://calix.test/prod//', '/prod/a'],
  ])('follows the base URL %s', async (baseUrl, rawPath) => {
    const api = untyped(baseUrl, { fetch: fetchOf(echo, { gateway: functionUrl }) })
    expect((await echoed(api.get('/a'))).rawPath).toBe(rawPath)
  })

  it.each(['http://calix.test/?a=1', 'http://calix.test#a'])('has no place after %s', (baseUrl) => {
    expect(() => client(baseUrl)).toThrow('a base URL has no query and no fragment')
  })
})

describe('a query', () => {
  it('has each value as text, each of a list, and nothing that is not there', async () => {
    const query = { a: 'x y+&=é', b: [1, 2.5, null], c: false, d: new Date(0), e: undefined, f: null, g: [] }
    expect((await echoed(get('/', { query: { ...query, '': '', 'ü&': '' } }))).queryAll).toEqual({
      a: ['x y+&=é'],
      b: ['1', '2.5'],
      c: ['false'],
      d: ['1970-01-01T00:00:00.000Z'],
      '': [''],
      'ü&': [''],
    })
  })
})

describe('headers', () => {
  it('have their values as text, and those of a list joined', async () => {
    const headers = { 'X-A': ['1', 2], 'x-b': true, 'x-c': 'a\tb "c", d', 'x-d': undefined, 'x-e': '' }
    const { headers: arrived } = await echoed(get('/', { headers }))
    expect(arrived).toMatchObject({ 'x-a': '1, 2', 'x-b': 'true', 'x-c': 'a\tb "c", d', 'x-e': '' })
    expect(arrived).not.toHaveProperty('x-d')
  })

  it('are the client’s, then the call’s', async () => {
    let asked = 0
    const headersOf = async () => {
      asked += 1
      return { Authorization: `Bearer ${asked}`, 'x-a': 'client' }
    }
    const fetch = fetchOf(echo)
    const api = untyped('http://calix.test', { fetch, headers: headersOf })
    const task = api.get('/', { headers: { 'X-A': 'call' } })
    expect((await echoed(task)).headers).toMatchObject({ authorization: 'Bearer 1', 'x-a': 'call' })
    expect((await echoed(task)).headers).toMatchObject({ authorization: 'Bearer 2' })
    const fixed = untyped('http://calix.test', { fetch, headers: { 'x-a': ['1', '2'] } })
    expect((await echoed(fixed.get('/'))).headers).toMatchObject({ 'x-a': '1, 2' })
  })
})

describe('cookies', () => {
  it('are sent raw, in one header', async () => {
    const cookies = { a: 'b%20"c",d', n: 1, none: undefined }
    const { cookies: arrived } = await echoed(get('/', { cookies, headers: { cookie: 'z=0' } }))
    expect(arrived).toEqual({ z: '0', a: 'b%20"c",d', n: '1' })
  })
})

describe('a body', () => {
  const sent = async (body: unknown, headers?: Readonly<Record<string, string>>) => {
    const { headers: arrived, text } = await echoed(post('/', { body, headers }))
    return [arrived['content-type'], text]
  }

  it('is JSON, whatever it is', async () => {
    const json = 'application/json'
    expect(await sent({ a: [1, null], at: new Date(0) })).toEqual([
      json,
      '{"a":[1,null],"at":"1970-01-01T00:00:00.000Z"}',
    ])
    expect(await sent('yellow')).toEqual([json, '"yellow"'])
    expect(await sent(null)).toEqual([json, 'null'])
    expect(await sent(false)).toEqual([json, 'false'])
    expect(await sent('\ud800')).toEqual([json, '"\\ud800"'])
  })

  it('is none where none is given', async () => {
    expect(await sent(undefined)).toEqual([undefined, ''])
  })

  it('is sent as it is where fetch has a type for it, or none', async () => {
    expect(await sent(new URLSearchParams({ a: 'b c' }))).toEqual([
      'application/x-www-form-urlencoded;charset=UTF-8',
      'a=b+c',
    ])
    expect(await sent(Uint8Array.of(0, 255))).toEqual([undefined, '\x00\xff'])
    expect(await sent(Uint8Array.of(0, 255).buffer)).toEqual([undefined, '\x00\xff'])
    expect(await sent(new Blob(['a'], { type: 'image/png' }))).toEqual(['image/png', 'a'])
    expect(await sent(new File(['a'], 'name.png', { type: 'image/png' }))).toEqual(['image/png', 'a'])
    const form = new FormData()
    form.set('file', new File(['content'], 'name.txt'))
    const [type, text] = await sent(form)
    expect(type).toMatch(/^multipart\/form-data; boundary=/)
    expect(text).toContain('filename="name.txt"')
  })

  it('is what the call’s content type says', async () => {
    const patch = 'application/merge-patch+json'
    expect(await sent({ a: 1 }, { 'Content-Type': patch })).toEqual([patch, '{"a":1}'])
    expect(await sent('a', { 'content-type': 'text/plain' })).toEqual(['text/plain', 'a'])
    const form = 'application/x-www-form-urlencoded'
    expect(await sent({ states: ['WA', 'C A'], n: 1 }, { 'content-type': form })).toEqual([
      form,
      'states=WA&states=C%20A&n=1',
    ])
  })

  it('is not mislabelled by a content type of the client', async () => {
    const api = untyped('http://calix.test', {
      fetch: fetchOf(echo),
      headers: { 'content-type': 'text/plain' },
    })
    const { headers } = await echoed(api.post('/', { body: {} }))
    expect(headers['content-type']).toBe('application/json')
  })
})
