import { describe, expect, it } from 'vitest'
import { ClientError } from '../../client/index.ts'
import { fetchOf } from '../../testing/index.ts'
import { echo } from './echo.ts'
import { untyped } from './untyped.ts'

const cycle: Record<string, unknown> = {}
cycle.self = cycle

const throwing = {
  get secret(): never {
    throw new Error('no')
  },
}

describe('what cannot be on the wire is a Left, and nothing is sent', () => {
  it.each([
    ['no parameter', '/:a', {}, "parameter 'a' is missing"],
    ['a parameter that is undefined', '/:a', { params: { a: undefined } }, "parameter 'a' is missing"],
    ['an empty parameter', '/:a', { params: { a: '' } }, "parameter 'a' is missing, or has an empty"],
    ['a parameter that goes nowhere', '/:a', { params: { a: '.' } }, "'.' or '..' segment"],
    ['a parameter that goes up', '/:a/b', { params: { a: '..' } }, "'.' or '..' segment"],
    ['a remainder that goes up', '/*a', { params: { a: 'x/../y' } }, "'.' or '..' segment"],
    ['a remainder with an empty segment', '/*a', { params: { a: 'x//y' } }, 'an empty'],
    ['a parameter that is a list', '/:a', { params: { a: ['b'] } }, "parameter 'a' is no text"],
    ['a parameter of a prototype', '/:toString', {}, "parameter 'toString' is no text"],
    ['half a character in a path', '/:a', { params: { a: '\ud800' } }, "'a' has half a surrogate pair"],
    ['half a character in a query', '/', { query: { a: ['b', '\udc00'] } }, "query 'a' has half"],
    ['half a character in a name', '/', { query: { '\ud800': 'a' } }, 'URI malformed'],
    ['an object in a query', '/', { query: { a: { b: 1 } } }, "query 'a' is no text, number, boolean"],
    ['a list in a list', '/', { query: { a: [['b']] } }, "query 'a' is no text"],
    ['a symbol', '/', { query: { a: Symbol('b') } }, "query 'a' is no text"],
    ['a date that is none', '/', { query: { a: new Date(Number.NaN) } }, "query 'a' is no text"],
    ['a line break in a header', '/', { headers: { a: 'b\r\nc: d' } }, "header 'a' has a character"],
    ['a space around a header', '/', { headers: { a: ' b' } }, "header 'a' has a character"],
    ['a header beyond ASCII', '/', { headers: { a: 'é' } }, "header 'a' has a character"],
    ['no name of a header', '/', { headers: { 'a b': 'c' } }, "header 'a b' has a character"],
    ['an empty name of a header', '/', { headers: { '': 'c' } }, "header '' has a character"],
    ['two cookies in one', '/', { cookies: { a: 'b; c=d' } }, "cookie 'a' has a character"],
    ['a space in a cookie', '/', { cookies: { a: 'b c' } }, "cookie 'a' has a character"],
    ['a body that is a circle', '/', { body: cycle }, 'circular structure'],
    ['a body with a bigint', '/', { body: { n: 1n } }, 'BigInt'],
    ['a body that is a function', '/', { body: () => 1 }, 'the body is nothing that JSON has'],
    ['an object as text', '/', { body: {}, headers: { 'content-type': 'text/csv' } }, 'sent as text/csv'],
    ['what throws when it is read', '/', { query: throwing }, 'no'],
    ['a path of no route', 'cities', {}, "a route's path begins with '/'"],
  ])('%s', async (_, path, call, message) => {
    let sent = 0
    const fetch = fetchOf(async () => {
      sent += 1
      return { statusCode: 200 }
    })
    const answer = await untyped('http://calix.test', { fetch }).post(path, call)()
    expect(answer).toMatchObject({ _tag: 'Left', left: { name: 'ClientError', kind: 'invalid-input' } })
    if (answer._tag === 'Left') {
      expect(answer.left).toBeInstanceOf(ClientError)
      expect(answer.left.message).toContain(`POST ${path}: `)
      expect(answer.left.message).toContain(message)
      expect(answer.left.cause).toBeInstanceOf(Error)
    }
    expect(sent).toBe(0)
  })

  it.each(['get', 'head'] as const)('a body of a %s', async (method) => {
    const api = untyped('http://calix.test', { fetch: fetchOf(echo) })
    expect(await api[method]('/', { body: {} })()).toMatchObject({
      left: { kind: 'invalid-input', message: expect.stringContaining('no GET or HEAD can have a body') },
    })
  })

  it('never says the value, which may be a secret', async () => {
    const api = untyped('http://calix.test', { fetch: fetchOf(echo) })
    const answer = await api.get('/', { headers: { authorization: 'Bearer hunter2\n' } })()
    expect(answer).toMatchObject({ left: { kind: 'invalid-input' } })
    if (answer._tag === 'Left') expect(answer.left.message).not.toContain('hunter2')
  })
})

describe('headers of the client that fail', () => {
  it.each([
    ['a throw', () => Promise.reject(new Error('no token'))],
    ['a value that cannot be sent', () => ({ authorization: 'a\nb' })],
  ])('are a Left of their own: %s', async (_, headers) => {
    const api = untyped('http://calix.test', { fetch: fetchOf(echo), headers })
    expect(await api.get('/')()).toMatchObject({
      left: { kind: 'headers', message: expect.stringMatching(/^GET \/: the client's headers: /) },
    })
  })

  it('are not this call’s error where they are another call’s', async () => {
    const tokens = untyped('http://calix.test', { fetch: fetchOf(async () => ({ statusCode: 502 })) })
    const headers = async () => ({ authorization: String(await tokens.post('/token').promise()) })
    const api = untyped('http://calix.test', { fetch: fetchOf(echo), headers })
    expect(await api.get('/')()).toMatchObject({
      left: { kind: 'headers', status: undefined, cause: { kind: 'unexpected-answer', status: 502 } },
    })
  })
})
