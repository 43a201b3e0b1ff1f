import type { MiddlewareRequest } from 'calix'
import { NotFoundError } from 'calix'
import { LEAVES, SECRET } from './result.ts'

type Deed = (request: MiddlewareRequest) => unknown

/** Lambda's language has no types at run time: a middleware may put anything anywhere. */
const put = (target: unknown, key: string, value: unknown): void => {
  if (typeof target === 'object' && target !== null) Reflect.set(target, key, value)
}

const respond =
  (response: () => unknown): Deed =>
  (request) => {
    put(request, 'response', response())
  }

const throwing = (): never => {
  throw new Error(SECRET)
}

const leaf = (name: string): Deed => {
  const value = LEAVES[name]
  if (value === undefined) throw new TypeError(`There is no leaf '${name}'`)
  return value
}

/** A result whose part throws when it is read, from a certain reading on. */
const treacherous = (part: string, patience: number) => (): object => {
  let left = patience
  return Object.defineProperty({ statusCode: 200, headers: {}, body: 'x', isBase64Encoded: false }, part, {
    enumerable: true,
    configurable: true,
    get: () => {
      left -= 1
      return left < 0 ? throwing() : part === 'headers' ? {} : 'x'
    },
  })
}

const result = (parts: object) => (): object => ({
  ...{ statusCode: 200, headers: {}, body: 'x', isBase64Encoded: false },
  ...parts,
})

/** What a hook may do, by name. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  nothing: () => undefined,
  later: async () => undefined,
  throwError: leaf('throwError'),
  throwText: leaf('throwText'),
  throwProxy: leaf('throwProxy'),
  throwItself: leaf('throwItself'),
  throwForeign: leaf('throwForeign'),
  throwHttp: leaf('throwHttp'),
  rejects: leaf('rejects'),
  rejectsProxy: leaf('rejectsProxy'),
  giveError: () => Object.assign(new Error(SECRET), { detail: SECRET }),
  giveHttpError: () => new NotFoundError('none'),
  giveLeft: () => ({ _tag: 'Left', left: Object.assign(new Error(SECRET), { detail: SECRET }) }),
  giveText: () => 'text',
  giveNumber: () => 1,
  giveNull: () => null,
  giveCycle: leaf('cycle'),
  giveProxy: leaf('throwingProxy'),
  giveWeb: leaf('web'),
  giveResult: result({ statusCode: 201 }),
  giveBare: () => ({ statusCode: 201 }),
  giveNoHeaders: () => ({ statusCode: 201, headers: undefined, body: null }),
  giveOdd: result({ statusCode: '200', headers: { 'a\r\n': 'b' } }),
  giveLater: async () => ({ statusCode: 202, body: 'later' }),
  setNothing: respond(() => undefined),
  setNull: respond(() => null),
  setText: respond(() => 'text'),
  setError: respond(() => Object.assign(new Error(SECRET), { detail: SECRET })),
  setProxy: respond(leaf('throwingProxy') as () => unknown),
  setStatus: respond(result({ statusCode: 'teapot' })),
  setNoHeaders: respond(result({ headers: null })),
  setTextHeaders: respond(result({ headers: 'text' })),
  setCrlf: respond(result({ headers: { a: 'b\r\nc: d' } })),
  setMulti: respond(result({ multiValueHeaders: { a: ['1', '2'], B: 'c', d: null, 'set-cookie': ['e=1'] } })),
  setOddMulti: respond(result({ multiValueHeaders: { a: ['b\nc'] } })),
  setCookies: respond(result({ cookies: ['a=1', null, 2] })),
  setOddCookies: respond(result({ cookies: ['a\r\nb'] })),
  setProtoHeaders: respond(result({ headers: JSON.parse('{"__proto__":"x","constructor":"y"}') })),
  setBytes: respond(result({ body: new Uint8Array([1, 2]) })),
  setObject: respond(result({ body: { a: 1 } })),
  setCycle: respond(result({ body: LEAVES.cycle?.() })),
  setNotBase64: respond(result({ body: 'not base64!', isBase64Encoded: true })),
  setOddFlag: respond(result({ isBase64Encoded: 'yes' })),
  setMore: respond(result({ statusDescription: 'teapot', extra: 1n })),
  setTreacherousHeaders: respond(treacherous('headers', 0)),
  setTreacherousLater: respond(treacherous('headers', 2)),
  setTreacherousBody: respond(treacherous('body', 1)),
  setTreacherousStatus: respond(treacherous('statusCode', 0)),
  changeHeaders: ({ response }) => put(response, 'headers', { 'X-Changed': 1, vary: 'a, b', etag: '"x"' }),
  changeBody: ({ response }) => put(response, 'body', 'changed '.repeat(300)),
  loseHeaders: ({ response }) => put(response, 'headers', undefined),
  loseEvent: (request) => put(request, 'event', null),
  changeEvent: (request) => put(request, 'event', { headers: 5, body: Symbol('body') }),
  loseEventHeaders: ({ event }) => put(event, 'headers', null),
  changeEventHeaders: ({ event }) =>
    put(event, 'headers', { 'content-type': 5, 'accept-encoding': ['gzip'], origin: {} }),
  changeEventBody: ({ event }) => put(event, 'body', { parsed: true }),
  earlyNothing: (request) => put(request, 'earlyResponse', undefined),
  earlyResult: (request) => put(request, 'earlyResponse', { statusCode: 203 }),
  loseError: (request) => put(request, 'error', undefined),
  changeError: (request) => put(request, 'error', LEAVES.throwingProxy?.()),
  freeze: (request) => {
    Object.freeze(request)
  },
  freezeResponse: ({ response }) => {
    if (response) Object.freeze(response)
  },
}
