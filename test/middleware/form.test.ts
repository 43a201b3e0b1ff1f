import { gzipSync } from 'node:zlib'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { form } from '../../middleware/index.ts'
import { calix, post, route, use } from '../../src/index.ts'
import { type ClientRequest, client, gateways } from '../../testing/index.ts'

const TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

const echo = route(post('/'), ({ body }) => ({ read: body === undefined ? 'undefined' : body }))
const echoed = (init: ClientRequest) => client(calix({}, echo)).post('/', init)

describe.each(gateways)('behind $name', (gateway) => {
  const app = client(calix({}, echo), { gateway })

  it('reads the value of each field, or the list of its values', async () => {
    const { json } = await app.post('/', { form: { states: ['WA', 'CA'], zip: '98101', 'b&': 'x=y é+' } })
    expect(json).toEqual({ read: { states: ['WA', 'CA'], zip: '98101', 'b&': 'x=y é+' } })
  })

  it('reads a compressed form', async () => {
    const init = { body: gzipSync('a=1&a=2'), headers: { ...TYPE, 'content-encoding': 'gzip' } }
    expect((await app.post('/', init)).json).toEqual({ read: { a: ['1', '2'] } })
  })
})

describe('a form', () => {
  it.each([
    ['a=1+2%2B3', { a: '1 2+3' }],
    ['a', { a: '' }],
    ['a=', { a: '' }],
    ['a=%C3%A9', { a: 'é' }],
    ['a=%zz', { a: '%zz' }],
    ['a[]=1&a[]=2', { 'a[]': ['1', '2'] }],
    ['=1', { '': '1' }],
    ['a=1&&b=2', { a: '1', b: '2' }],
    ['a=b=c', { a: 'b=c' }],
  ])('%s is read as %j', async (body, read) => {
    expect((await echoed({ body, headers: TYPE })).json).toEqual({ read })
  })

  it('has no prototype that a field could reach', async () => {
    const app = calix(
      {},
      route(post('/'), ({ body }) => {
        const fields = Object(body)
        return [Object.keys(fields), fields.toString, Object.getPrototypeOf(fields)]
      }),
    )
    const body = '__proto__=1&constructor=2&prototype=3'
    expect((await client(app).post('/', { body, headers: TYPE })).json).toEqual([
      ['__proto__', 'constructor', 'prototype'],
      null,
      null,
    ])
  })

  it('is told by its media type, whatever its parameters and case', async () => {
    for (const type of [
      'application/x-www-form-urlencoded; charset=UTF-8',
      'APPLICATION/X-WWW-FORM-URLENCODED',
      'application/x-www-form-urlencoded;charset=utf-8',
    ])
      expect((await echoed({ body: 'a=1', headers: { 'content-type': type } })).json).toEqual({
        read: { a: '1' },
      })
  })

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded-not'])(
    'is not what says %s',
    async (type) => {
      const { json } = await echoed({ body: 'a=1', headers: { 'content-type': type } })
      expect(json).toEqual({ read: 'undefined' })
    },
  )

  it('without a body is undefined', async () => {
    expect((await echoed({ headers: TYPE })).json).toEqual({ read: 'undefined' })
  })

  it('is parsed when it is read, not before', async () => {
    const app = calix(
      {},
      pipe(
        route(post('/'), () => 'unread'),
        use(form()),
      ),
    )
    const init = { body: 'not gzip', headers: { ...TYPE, 'content-encoding': 'gzip' } }
    expect(await client(app).post('/', init)).toMatchObject({ status: 200, text: 'unread' })
    expect((await echoed(init)).status).toBe(400)
  })
})

describe('limits', () => {
  const fields = (count: number) => Array.from({ length: count }, (_, nth) => `f${nth}=${nth}`).join('&')

  it('takes 1000 fields and loses none', async () => {
    const app = calix(
      {},
      route(post('/'), ({ body }) => Object.keys(Object(body)).length),
    )
    expect((await client(app).post('/', { body: fields(1000), headers: TYPE })).json).toBe(1000)
  })

  it('answers 413 to one more', async () => {
    expect(await echoed({ body: fields(1001), headers: TYPE })).toMatchObject({
      status: 413,
      json: { Code: 'PayloadTooLargeError', Message: expect.stringContaining('1000 fields') },
    })
  })

  it('takes as many decompressed bytes as limit says', async () => {
    const app = client(calix({ defaults: [form({ limit: 10 })], log: () => {} }, echo))
    const init = (text: string) => ({
      body: gzipSync(text),
      headers: { ...TYPE, 'content-encoding': 'gzip' },
    })
    expect((await app.post('/', init('a=12345678'))).status).toBe(200)
    expect((await app.post('/', init('a=123456789'))).status).toBe(413)
  })
})

it('a route that accepts forms alone answers 415 to JSON, and reads no body as none', async () => {
  const states = route(post('/', { accepts: 'application/x-www-form-urlencoded' }), ({ body }) => ({
    states: [Object(body).states ?? []].flat(),
  }))
  const app = client(calix({}, states))
  expect((await app.post('/', { body: 'states=WA&states=CA', headers: TYPE })).json).toEqual({
    states: ['WA', 'CA'],
  })
  expect((await app.post('/')).json).toEqual({ states: [] })
  expect(await app.post('/', { json: { states: ['WA'] } })).toMatchObject({
    status: 415,
    json: { Code: 'UnsupportedMediaTypeError' },
  })
})
