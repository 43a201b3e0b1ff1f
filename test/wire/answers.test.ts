import { calix, get, NotFoundError, response, route } from 'calix'
import { expect } from 'vitest'
import * as E from '#fp/Either'
import * as TE from '#fp/TaskEither'
import { type Case, type Expected, error, type Log, matrix, ok, unexpected, wrapped } from './case.ts'

const bytes = Uint8Array.of(0, 127, 128, 255)
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic
const endless = (): unknown => endless

/** Each value that a handler may return, and what it is answered as. */
const answers: Readonly<Record<string, readonly [value: () => unknown, expected: Expected]>> = {
  'an object': [() => ({ hello: 'world' }), { ...ok({ hello: 'world' }), text: '{"hello":"world"}' }],
  'a list': [() => [1, 'a', null, [true]], { ...ok([1, 'a', null, [true]]), text: '[1,"a",null,[true]]' }],
  'a number': [() => 42, { ...ok(42), text: '42' }],
  zero: [() => 0, { ...ok(0), text: '0' }],
  'NaN, which JSON writes as null': [() => Number.NaN, { ...ok(null), text: 'null' }],
  true: [() => true, { ...ok(true), text: 'true' }],
  false: [() => false, { ...ok(false), text: 'false' }],
  null: [() => null, { ...ok(null), text: 'null' }],
  undefined: [() => undefined, { ...ok(null), text: 'null' }],
  'a date': [() => new Date(0), { ...ok('1970-01-01T00:00:00.000Z'), text: '"1970-01-01T00:00:00.000Z"' }],
  'a value that says its own JSON': [
    () => ({ toJSON: () => ({ a: 1 }) }),
    { ...ok({ a: 1 }), text: '{"a":1}' },
  ],
  'an object with an undefined field': [() => ({ a: 1, b: undefined }), { ...ok({ a: 1 }), text: '{"a":1}' }],
  'an object without a prototype': [
    () => Object.assign(Object.create(null), { a: 1 }),
    { ...ok({ a: 1 }), text: '{"a":1}' },
  ],
  'JSON beyond ASCII': [() => ({ λ: '🌍' }), { ...ok({ λ: '🌍' }), text: '{"λ":"🌍"}' }],
  'half a surrogate pair': [() => ['\ud83c'], { ...ok(['\ud83c']), text: '["\\ud83c"]' }],
  'an object that looks like a proxy result': [
    () => ({ statusCode: 418, headers: { a: 'b' }, body: 'c' }),
    { ...ok({ statusCode: 418, headers: { a: 'b' }, body: 'c' }), headers: { a: null } },
  ],
  'an object that looks like an Option': [() => ({ _tag: 'Some', value: 1 }), ok({ _tag: 'Some', value: 1 })],
  // biome-ignore lint/suspicious/noThenProperty: that such a value is not waited for is what this shows.
  'an object with a field named then': [() => ({ then: 'later' }), { status: 200, text: '{"then":"later"}' }],
  'a string': [
    () => 'Foo',
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: 'Foo' },
  ],
  'a string beyond ASCII': [
    () => 'λ 🌍',
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: 'λ 🌍' },
  ],
  'an empty string': [
    () => '',
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: '' },
  ],
  'a string of JSON is text': [
    () => '{"a":1}',
    { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: '{"a":1}' },
  ],
  bytes: [() => bytes, { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes }],
  'bytes in the middle of a buffer': [
    () => Uint8Array.of(1, 2, 0, 127, 128, 255, 3).subarray(2, 6),
    { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes },
  ],
  'a Buffer': [
    () => Buffer.from(bytes),
    { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes },
  ],
  'an ArrayBuffer': [
    () => bytes.slice().buffer,
    { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes },
  ],
  'no bytes': [
    () => new Uint8Array(),
    { status: 200, headers: { 'content-type': 'application/octet-stream' }, text: '' },
  ],
  'a response of text': [
    () => response('hello world!', { status: 200, headers: { 'content-type': 'text/plain' } }),
    { status: 200, headers: { 'content-type': 'text/plain' }, text: 'hello world!' },
  ],
  'a response of JSON': [
    () => response({ id: 7 }, { status: 201, headers: { Location: '/things/7' } }),
    { status: 201, headers: { 'content-type': 'application/json', location: '/things/7' }, text: '{"id":7}' },
  ],
  'a response of bytes': [
    () => response(bytes, { headers: { 'Content-Type': 'image/png' } }),
    { status: 200, headers: { 'content-type': 'image/png' }, bytes },
  ],
  'a response of nothing': [() => response(undefined), { ...ok(null), text: 'null' }],
  'JSON under a type of its own': [
    () => response({ a: 1 }, { headers: { 'content-type': 'application/vnd.api+json' } }),
    { status: 200, headers: { 'content-type': 'application/vnd.api+json' }, text: '{"a":1}' },
  ],
  'a web Response of text': [
    () => new Response('hello', { status: 202, headers: { 'X-Api': '1' } }),
    { status: 202, headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-api': '1' }, text: 'hello' },
  ],
  'a web Response of JSON': [() => Response.json({ λ: 1 }), { ...ok({ λ: 1 }), text: '{"λ":1}' }],
  'a web Response of bytes': [
    () => new Response(bytes, { headers: { 'content-type': 'image/png' } }),
    { status: 200, headers: { 'content-type': 'image/png' }, bytes },
  ],
  'a web Response of bytes without a type': [
    () => new Response(bytes),
    { status: 200, headers: { 'content-type': 'application/octet-stream' }, bytes },
  ],
  'a web Response with cookies': [
    () =>
      new Response('x', {
        headers: [
          ['set-cookie', 'a=1; Path=/'],
          ['set-cookie', 'b=2'],
        ],
      }),
    { status: 200, cookies: ['a=1; Path=/', 'b=2'], text: 'x' },
  ],
  'a web Response of nothing': [
    () => new Response(null, { status: 204 }),
    { status: 204, headers: { 'content-type': null }, text: '' },
  ],
  'a web redirect': [
    () => Response.redirect('https://example.com/b', 302),
    { status: 302, headers: { location: 'https://example.com/b' }, text: '' },
  ],
  'a web Response of a stream': [
    () => new Response(new Blob(['a', 'b']).stream(), { headers: { 'content-type': 'text/csv' } }),
    { status: 200, headers: { 'content-type': 'text/csv' }, text: 'ab' },
  ],
  'a web Response that has been read': [
    async () => {
      const read = new Response('secret')
      await read.text()
      return read
    },
    unexpected(expect.any(TypeError)),
  ],
  'a web Response of an error, which has no status': [
    () => Response.error(),
    unexpected(expect.any(TypeError)),
  ],
  'a web Response that is encoded already': [
    () => new Response(bytes, { headers: { 'content-type': 'text/plain', 'content-encoding': 'br' } }),
    { status: 200, headers: { 'content-type': 'text/plain', 'content-encoding': 'br' }, bytes },
  ],
  'a promise of a value': [async () => ({ a: 1 }), ok({ a: 1 })],
  'a promise of nothing': [async () => undefined, { ...ok(null), text: 'null' }],
  'a promise of a response': [async () => response('x', { status: 202 }), { status: 202, text: 'x' }],
  'a promise of a web Response': [async () => new Response('x', { status: 202 }), { status: 202, text: 'x' }],
  'a promise of an error': [
    async () => new NotFoundError('banana'),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'a promise that is rejected with an HTTP error': [
    () => Promise.reject(new NotFoundError('banana')),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'a promise that is rejected with anything else': [
    () => Promise.reject(new RangeError('secret')),
    unexpected(new RangeError('secret')),
  ],
  'a Right': [() => E.right({ a: 1 }), ok({ a: 1 })],
  'a Right of nothing': [() => E.right(undefined), { ...ok(null), text: 'null' }],
  'a Right of a response': [() => E.right(response('x', { status: 202 })), { status: 202, text: 'x' }],
  'a Right of a string': [() => E.right('x'), { status: 200, text: 'x' }],
  'a Left of an HTTP error': [
    () => E.left(new NotFoundError('banana')),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'a Left of another error': [() => E.left(new RangeError('secret')), unexpected(new RangeError('secret'))],
  'a Left of no error': [() => E.left('secret'), unexpected('secret')],
  'a promise of a Right': [async () => E.right(1), ok(1)],
  'a promise of a Left': [
    async () => E.left(new NotFoundError('x')),
    error(404, 'NotFoundError', 'NotFoundError: x'),
  ],
  'a TaskEither that succeeds': [() => TE.right({ a: 1 }), ok({ a: 1 })],
  'a TaskEither that fails': [
    () => TE.left(new NotFoundError('banana')),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'a TaskEither of a response': [() => TE.right(response('x', { status: 202 })), { status: 202, text: 'x' }],
  'a TaskEither that is rejected all the same': [
    () => () => Promise.reject(new RangeError('secret')),
    unexpected(new RangeError('secret')),
  ],
  'a Task': [() => async () => ({ a: 1 }), ok({ a: 1 })],
  'an error that is returned': [
    () => new NotFoundError('banana'),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'another error that is returned': [() => new RangeError('secret'), unexpected(new RangeError('secret'))],
  'a cycle': [() => cyclic, unexpected(expect.any(TypeError))],
  'a BigInt': [() => ({ big: 1n }), unexpected(expect.any(TypeError))],
  'a BigInt alone': [() => 1n, unexpected(expect.any(TypeError))],
  'a symbol': [() => Symbol('secret'), unexpected(expect.any(TypeError))],
  'a value whose JSON throws': [
    () => ({
      toJSON: () => {
        throw new RangeError('secret')
      },
    }),
    unexpected(new RangeError('secret')),
  ],
  'a value whose field throws': [
    () =>
      Object.defineProperty({}, 'secret', {
        enumerable: true,
        get: () => {
          throw new RangeError('secret')
        },
      }),
    unexpected(new RangeError('secret')),
  ],
  'a proxy that has been revoked': [
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return proxy
    },
    unexpected(expect.any(TypeError)),
  ],
  'a response that is a cycle': [() => response(cyclic), unexpected(expect.any(TypeError))],
  'a Right that is a cycle': [() => E.right(cyclic), unexpected(expect.any(TypeError))],
  'functions without an end': [() => endless, unexpected(expect.any(TypeError))],
  'JSON of 100,000 levels': [
    () => {
      let value: unknown = []
      for (let level = 1; level < 100_000; level++) value = [value]
      return value
    },
    { status: 500, headers: { 'content-type': 'application/json' }, logged: [expect.any(RangeError)] },
  ],
}

const names = Object.keys(answers)

// One route for each value: its place in the table is its path.
const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/answers/:nth'), ({ params }) => answers[names[Number(params.nth)] ?? '']?.[0]()),
  )

const cases: ReadonlyArray<Case> = Object.entries(answers).map(([name, [, expected]], nth) => ({
  name,
  request: { target: `/answers/${nth}` },
  expected,
}))

matrix('answers', appOf, cases)
matrix('answers in middleware', wrapped(appOf), cases)
