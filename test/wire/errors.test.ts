import {
  BadRequestError,
  ConflictError,
  calix,
  ForbiddenError,
  GatewayTimeoutError,
  get,
  HttpError,
  InternalServerError,
  MethodNotAllowedError,
  NotFoundError,
  PayloadTooLargeError,
  RequestTimeoutError,
  route,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
  UnsupportedMediaTypeError,
} from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, error, type Log, matrix, unexpected } from './case.ts'

const CLASSES = [
  [400, BadRequestError],
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [405, MethodNotAllowedError],
  [408, RequestTimeoutError],
  [409, ConflictError],
  [413, PayloadTooLargeError],
  [415, UnsupportedMediaTypeError],
  [422, UnprocessableEntityError],
  [429, TooManyRequestsError],
] as const

const NAMES = [
  'BadRequestError',
  'UnauthorizedError',
  'ForbiddenError',
  'NotFoundError',
  'MethodNotAllowedError',
  'RequestTimeoutError',
  'ConflictError',
  'PayloadTooLargeError',
  'UnsupportedMediaTypeError',
  'UnprocessableEntityError',
  'TooManyRequestsError',
] as const

class OutOfStockError extends ConflictError {}

class TeapotError extends HttpError<418> {
  constructor(message: string) {
    super(418, message)
  }
}

/** An error as other libraries throw them. */
const foreign = (fields: object, message = 'banana'): Error =>
  Object.assign(new Error(message), { name: 'ElsewhereError' }, fields)

const frozen = Object.freeze(new RangeError('secret'))

const cyclic = new RangeError('secret')
cyclic.cause = cyclic

const hostile = Object.defineProperty(new RangeError('secret'), 'statusCode', {
  get: () => {
    throw new TypeError('secret as well')
  },
})

const late = new GatewayTimeoutError('too late')

const purpose = new InternalServerError('the store is down', { cause: new Error('secret') })

/** Whatever may be thrown, and what it is answered as. */
const thrown: Readonly<Record<string, readonly [value: unknown, expected: Expected]>> = {
  ...Object.fromEntries(
    CLASSES.map(([status, Class], nth) => {
      const name = NAMES[nth] ?? ''
      return [name, [new Class('banana'), error(status, name, `${name}: banana`)] as const]
    }),
  ),
  'an InternalServerError, whose message is meant': [
    purpose,
    {
      ...error(500, 'InternalServerError', 'InternalServerError: the store is down'),
      logged: [purpose],
    },
  ],
  'a GatewayTimeoutError': [
    late,
    { ...error(504, 'GatewayTimeoutError', 'GatewayTimeoutError: too late'), logged: [late] },
  ],
  'a class with a status that is none': [new HttpError(42, 'secret'), unexpected(expect.any(HttpError))],
  'a subclass, under its own name': [
    new OutOfStockError('3 left'),
    error(409, 'OutOfStockError', 'OutOfStockError: 3 left'),
  ],
  'a class with a status of its own': [
    new TeapotError('short and stout'),
    error(418, 'TeapotError', 'TeapotError: short and stout'),
  ],
  'a cause is not sent': [
    new NotFoundError('banana', { cause: new Error('secret') }),
    error(404, 'NotFoundError', 'NotFoundError: banana'),
  ],
  'the headers of an error': [
    new TooManyRequestsError('slow down', { headers: { 'Retry-After': 30 } }),
    {
      ...error(429, 'TooManyRequestsError', 'TooManyRequestsError: slow down'),
      headers: { 'content-type': 'application/json', 'retry-after': '30' },
    },
  ],
  'a message beyond ASCII': [
    new NotFoundError('"λ"\n🌍'),
    error(404, 'NotFoundError', 'NotFoundError: "λ"\n🌍'),
  ],
  'headers of an error that cannot be sent': [
    new NotFoundError('banana', { headers: { 'x-a': 'b\r\nset-cookie: c=d' } }),
    { ...unexpected(expect.any(TypeError)), headers: { 'x-a': null } },
  ],
  // More often a service that this one asked than an answer to whoever asked this one.
  'a 4xx of another library that says nothing of showing it': [
    foreign({ statusCode: 404 }),
    unexpected(expect.objectContaining({ message: 'banana' })),
  ],
  'a 4xx of another library that may be shown': [
    foreign({ statusCode: 422, expose: true }),
    error(422, 'ElsewhereError', 'ElsewhereError: banana'),
  ],
  'a 4xx of another library that may not be shown': [
    foreign({ statusCode: 404, expose: false }),
    unexpected(expect.objectContaining({ message: 'banana' })),
  ],
  'a 5xx of another library': [
    foreign({ statusCode: 503 }, 'secret'),
    unexpected(expect.objectContaining({ message: 'secret' })),
  ],
  'a status of another library that is none': [
    foreign({ statusCode: '404' }, 'secret'),
    unexpected(expect.objectContaining({ message: 'secret' })),
  ],
  'an error': [new RangeError('secret'), unexpected(new RangeError('secret'))],
  'a string': ['secret', unexpected('secret')],
  undefined: [undefined, unexpected(undefined)],
  null: [null, unexpected(null)],
  'a number': [404, unexpected(404)],
  'a BigInt': [1n, unexpected(1n)],
  'a function': [endlessly, unexpected(endlessly)],
  'an object': [{ statusCode: 404, message: 'secret' }, unexpected({ statusCode: 404, message: 'secret' })],
  'an object without a prototype': [Object.create(null), unexpected({})],
  'a frozen error': [frozen, unexpected(frozen)],
  'an error that is its own cause': [cyclic, unexpected(expect.objectContaining({ message: 'secret' }))],
  'an error whose field throws': [hostile, unexpected(expect.objectContaining({ message: 'secret' }))],
}

function endlessly(): unknown {
  return endlessly
}

const names = Object.keys(thrown)

const valueAt = (nth: string): unknown => thrown[names[Number(nth)] ?? '']?.[0]

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/thrown/:nth'), ({ params }) => {
      throw valueAt(params.nth)
    }),
    route(get('/rejected/:nth'), async ({ params }) => {
      await Promise.resolve()
      throw valueAt(params.nth)
    }),
    route(get('/left/:nth'), ({ params }) => ({ _tag: 'Left' as const, left: valueAt(params.nth) })),
  )

const cases = ['thrown', 'rejected', 'left'].flatMap((way) =>
  Object.entries(thrown).map(
    ([name, [, expected]], nth): Case => ({
      name: `${way}: ${name}`,
      request: { target: `/${way}/${nth}` },
      expected,
    }),
  ),
)

matrix('errors', appOf, cases)
