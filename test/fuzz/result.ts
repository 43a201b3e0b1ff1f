import { BadRequestError, HttpError, InternalServerError, NotFoundError, response } from 'calix'
import fc from 'fast-check'

/** What no answer may hold unless the app is being debugged: it is in every error that is thrown. */
export const SECRET = 'correct-horse-battery-staple'

const fail = (error: unknown = new Error(SECRET)): never => {
  throw error
}

const detailed = (): Error =>
  Object.assign(new Error(SECRET, { cause: new Error(SECRET) }), { detail: SECRET, [SECRET]: SECRET })

/** A rejection that is somebody's business even where the library does not look. */
const rejected = (reason: unknown): Promise<never> => {
  const promise = Promise.reject(reason)
  promise.catch(() => undefined)
  return promise
}

const cycle = (): object => {
  const value: Record<string, unknown> = {}
  value.self = [value]
  return value
}

const itself = (): unknown => itself

const throwingProxy = (): object =>
  new Proxy(() => undefined, {
    get: () => fail(),
    has: () => fail(),
    getPrototypeOf: () => fail(),
    ownKeys: () => fail(),
    getOwnPropertyDescriptor: () => fail(),
    apply: () => fail(),
  })

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** A response with parts that its type would not take. */
const odd = (parts: object): unknown => ({ ...response('text'), ...parts })

/** An error whose type would not have allowed what it says. */
const oddError = (parts: object): Error => Object.assign(new NotFoundError('odd'), parts)

class OutOfStockError extends BadRequestError {}

/** What a handler may come to, by name. */
export const LEAVES: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  text: () => 'text',
  empty: () => '',
  surrogate: () => '\ud800',
  long: () => 'long '.repeat(500),
  large: () => ({ text: 'large '.repeat(500) }),
  number: () => 1,
  NaN: () => Number.NaN,
  bigint: () => 1n,
  symbol: () => Symbol('s'),
  boxed: () => Object(1n),
  date: () => new Date(Number.NaN),
  map: () => new Map([[1, 2]]),
  bytes: () => new Uint8Array([0, 255]),
  view: () => new DataView(new ArrayBuffer(4), 1),
  buffer: () => new ArrayBuffer(8),
  detached: () => {
    const buffer = new ArrayBuffer(8)
    const view = new Uint8Array(buffer)
    structuredClone(buffer, { transfer: [buffer] })
    return view
  },
  object: () => ({ a: 1 }),
  bare: () => Object.assign(Object.create(null), { a: 1 }),
  cycle,
  toJSON: () => ({ toJSON: () => fail() }),
  toNothing: () => ({ toJSON: () => undefined }),
  getter: () => Object.defineProperty({}, 'a', { enumerable: true, get: () => fail() }),
  tagGetter: () => Object.defineProperty({}, '_tag', { get: () => fail() }),
  thenGetter: () => Object.defineProperty({}, 'then', { get: () => fail() }),
  throwingThen: () => Object.defineProperty({}, 'then', { value: () => fail() }),
  throwingProxy,
  revoked,
  itself: () => itself,
  class: () => class {},
  generator: function* () {
    yield 1
  },
  throwError: () => fail(detailed()),
  throwText: () => fail(SECRET),
  throwNothing: () => fail(null),
  throwObject: () => fail({ statusCode: 200, status: 200, body: SECRET, message: SECRET }),
  throwFrozen: () => fail(Object.freeze(detailed())),
  throwProxy: () => fail(throwingProxy()),
  throwItself: () => {
    const proxy: object = new Proxy({}, { getPrototypeOf: () => fail(proxy), get: () => fail(proxy) })
    return fail(proxy)
  },
  throwRevoked: () => fail(revoked()),
  throwForeign: () => fail(Object.assign(detailed(), { statusCode: 403 })),
  throwHidden: () => fail(Object.assign(detailed(), { statusCode: 404, expose: false })),
  throwExposed: () => fail(Object.assign(new Error('exposed'), { statusCode: 418, expose: true })),
  throwHttp: () => fail(new BadRequestError('said', { cause: detailed() })),
  throwSubclass: () => fail(new OutOfStockError('said')),
  throwUnprintable: () => fail(oddError({ message: Symbol('m'), name: Symbol('n') })),
  throwOddStatus: () => fail(oddError({ status: 'teapot' })),
  throwOddHeaders: () => fail(oddError({ headers: { 'a\r\nb': 'c' } })),
  throwNoHeaders: () => fail(oddError({ headers: null })),
  throw500: () => fail(new InternalServerError('on purpose', { cause: detailed() })),
  throwStatus: () => fail(new HttpError(600, 'beyond')),
  error: () => new Error(SECRET),
  httpError: () => new NotFoundError('none'),
  rejects: () => rejected(detailed()),
  rejectsProxy: () => rejected(throwingProxy()),
  left: () => ({ _tag: 'Left', left: new Error(SECRET) }),
  leftHttp: () => ({ _tag: 'Left', left: new NotFoundError('none') }),
  leftNothing: () => ({ _tag: 'Left', left: undefined }),
  leftProxy: () => ({ _tag: 'Left', left: throwingProxy() }),
  brokenEither: () => ({ _tag: 'Right' }),
  none: () => ({ _tag: 'None' }),
  status204: () => response({ a: 1 }, { status: 204 }),
  status304: () => response('x', { status: 304 }),
  status99: () => response('x', { status: 99 }),
  status1000: () => response('x', { status: 1000 }),
  statusText: () => odd({ status: '200' }),
  statusNaN: () => odd({ status: Number.NaN }),
  statusGetter: () => Object.defineProperty(odd({}), 'status', { get: () => fail() }),
  crlfValue: () => response('x', { headers: { a: 'b\r\nc: d' } }),
  crlfList: () => response('x', { headers: { a: ['b', 'c\nd'] } }),
  crlfName: () => response('x', { headers: { 'a\r\nb': 'c' } }),
  crlfCookie: () => response('x', { cookies: ['a=b\r\nc: d'] }),
  nulValue: () => response('x', { headers: { a: 'b\0' } }),
  wideValue: () => response('x', { headers: { a: 'ł' } }),
  emptyName: () => response('x', { headers: { '': 'b' } }),
  protoName: () => response('x', { headers: { ['__proto__']: 'b', constructor: 'c' } }),
  lists: () => response('x', { headers: { a: ['1', '2'], B: [], c: ['3'], 'Set-Cookie': ['d=1', 'e=2'] } }),
  scalars: () => response('x', { headers: { a: 1, b: true, C: Number.NaN } }),
  manyCookies: () => response('x', { cookies: Array.from({ length: 40 }, (_, index) => `c${index}=1`) }),
  headersNull: () => odd({ headers: null }),
  headersText: () => odd({ headers: 'text' }),
  headersJunk: () => odd({ headers: { a: null, b: {}, c: Symbol('c'), d: [[1]], e: () => 1 } }),
  headersProxy: () => odd({ headers: throwingProxy() }),
  cookiesText: () => odd({ cookies: 'a=b' }),
  cookiesJunk: () => odd({ cookies: [1, null, {}] }),
  bodyCycle: () => response(cycle()),
  bodySymbol: () => response(Symbol('s')),
  bodyNothing: () => response(undefined),
  bodyRejects: () => response(rejected(detailed())),
  typed: () => response('<p>', { headers: { 'Content-Type': 'text/html', 'content-type': 'text/plain' } }),
  web: () =>
    new Response('web', {
      status: 201,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['x', 'ÿ'],
      ],
    }),
  webError: () => Response.error(),
  webBytes: () => new Response(new Uint8Array([0, 255])),
  webEmpty: () => new Response(null, { status: 204 }),
  webUsed: () => {
    const used = new Response('used')
    used.text().catch(() => undefined)
    return used
  },
  webStream: () =>
    new Response(new ReadableStream({ pull: (controller) => controller.error(new Error(SECRET)) })),
  webForged: () => ({
    [Symbol.toStringTag]: 'Response',
    arrayBuffer: () => rejected(detailed()),
    status: 200,
  }),
  webForgedOdd: () => ({ [Symbol.toStringTag]: 'Response', arrayBuffer: 1, headers: 1, status: 200 }),
  proxyResult: () => ({ statusCode: 200, headers: { a: 'b\r\n' }, body: 1, isBase64Encoded: 'yes' }),
}

/** What a value may come in, by name. */
const WRAPPERS: Readonly<Record<string, (value: () => unknown) => unknown>> = {
  promise: (value) => {
    const promise = Promise.resolve().then(value)
    promise.catch(() => undefined)
    return promise
  },
  thenable: (value) =>
    Object.defineProperty({}, 'then', { value: (resolve: (value: unknown) => void) => resolve(value()) }),
  task: (value) => () => WRAPPERS.promise?.(value),
  function: (value) => value,
  right: (value) => ({ _tag: 'Right', right: value() }),
  list: (value) => [1, value()],
  field: (value) => ({ a: value() }),
  body: (value) => response(value(), { status: 201, headers: { 'x-a': 'b' } }),
  proxy: (value) => new Proxy({ a: value() }, {}),
}

/** What a handler gives: a leaf in wrappers, the innermost first. */
export const recipe = fc.record({
  leaf: fc.constantFrom(...Object.keys(LEAVES)),
  wrappers: fc.array(fc.constantFrom(...Object.keys(WRAPPERS)), { maxLength: 3 }),
})

type Recipe = typeof recipe extends fc.Arbitrary<infer R> ? R : never

export const give = ({ leaf, wrappers }: Recipe): unknown =>
  wrappers.reduce<() => unknown>(
    (inner, name) => () => (WRAPPERS[name] ?? ((value) => value()))(inner),
    LEAVES[leaf] ?? (() => undefined),
  )()
