import * as E from 'fp-ts/Either'
import { describe, expect, it, vi } from 'vitest'
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
} from '../../src/index.ts'
import { client, gateways } from '../../testing/index.ts'
import { keepingLog } from './trace.ts'

const SILENT = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

const throwing = (error: unknown) => () => {
  throw error
}

class OutOfStockError extends ConflictError {}

describe.each(gateways)('behind $name', (gateway) => {
  it('a thrown error and a returned one are answered alike', async () => {
    const answer = (handler: () => unknown) =>
      client(calix({}, route(get('/'), handler)), { gateway }).get('/')
    const error = new OutOfStockError('No more than 3 left', { headers: { 'retry-after': '60' } })
    for (const handler of [throwing(error), () => error, () => E.left(error), async () => E.left(error)]) {
      const { status, headers, json: body, refusal } = await answer(handler)
      expect(refusal).toBeUndefined()
      expect(status).toBe(409)
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'retry-after': '60' })
      expect(body).toEqual({ Code: 'OutOfStockError', Message: 'OutOfStockError: No more than 3 left' })
    }
  })
})

describe('the class of an error', () => {
  it.each([
    [BadRequestError, 'BadRequestError', 400],
    [UnauthorizedError, 'UnauthorizedError', 401],
    [ForbiddenError, 'ForbiddenError', 403],
    [NotFoundError, 'NotFoundError', 404],
    [MethodNotAllowedError, 'MethodNotAllowedError', 405],
    [RequestTimeoutError, 'RequestTimeoutError', 408],
    [ConflictError, 'ConflictError', 409],
    [PayloadTooLargeError, 'PayloadTooLargeError', 413],
    [UnsupportedMediaTypeError, 'UnsupportedMediaTypeError', 415],
    [UnprocessableEntityError, 'UnprocessableEntityError', 422],
    [TooManyRequestsError, 'TooManyRequestsError', 429],
    [InternalServerError, 'InternalServerError', 500],
    [GatewayTimeoutError, 'GatewayTimeoutError', 504],
  ] as const)('$1 is answered $2', async (Class, name, status) => {
    const error = new Class('why')
    const answer = await client(
      calix(
        { log: () => {} },
        route(get('/'), () => error),
      ),
    ).get('/')
    expect([answer.status, answer.json]).toEqual([status, { Code: name, Message: `${name}: why` }])
  })

  it('without a message is its own name', async () => {
    const answer = await client(
      calix(
        {},
        route(get('/'), () => new NotFoundError()),
      ),
    ).get('/')
    expect(answer.json).toEqual({ Code: 'NotFoundError', Message: 'NotFoundError' })
  })

  it('may be of any status', async () => {
    const answer = await client(
      calix(
        {},
        route(get('/'), () => new HttpError(418, 'short and stout')),
      ),
    ).get('/')
    expect([answer.status, answer.json]).toEqual([
      418,
      { Code: 'HttpError', Message: 'HttpError: short and stout' },
    ])
  })
})

describe('what nobody meant', () => {
  const cyclic = new Error('secret')
  cyclic.cause = cyclic

  it.each([
    ['an Error', new Error('secret')],
    ['a TypeError', new TypeError('secret')],
    ['a text', 'secret'],
    ['undefined', undefined],
    ['null', null],
    ['an object', { secret: true }],
    ['a frozen error', Object.freeze(new Error('secret'))],
    ['an error that causes itself', cyclic],
    ['a status beyond errors', Object.assign(new Error('secret'), { statusCode: 200 })],
    [
      'a 4xx that is not to be exposed',
      Object.assign(new Error('secret'), { statusCode: 404, expose: false }),
    ],
    ['a 5xx that says it may be', Object.assign(new Error('secret'), { statusCode: 503, expose: true })],
  ])('%s: a 500 that tells nothing, and is logged', async (_what, thrown) => {
    const { logged, log } = keepingLog()
    const app = calix({ log }, route(get('/cities/:city'), throwing(thrown)))
    const { status, json: body, text } = await client(app).get('/cities/seattle')
    expect([status, body]).toEqual([500, SILENT])
    expect(text).not.toContain('secret')
    expect(logged).toHaveLength(1)
    expect(logged[0]?.error).toBe(thrown)
  })

  it('is logged with the route that it happened in', async () => {
    const { logged, log } = keepingLog()
    const app = calix({ log }, route(get('/cities/:city'), throwing(new Error('x'))))
    await client(app).get('/cities/seattle')
    expect(logged[0]?.where).toBe('GET /cities/:city')
  })

  it('is not an error below 500: that is for the caller, not the log', async () => {
    const { logged, log } = keepingLog()
    await client(calix({ log }, route(get('/'), throwing(new BadRequestError('x'))))).get('/')
    expect(logged).toEqual([])
  })

  it('is not a 500 thrown on purpose: its message is sent, and it is logged', async () => {
    const { logged, log } = keepingLog()
    const error = new InternalServerError('the printer is on fire')
    const { json: body } = await client(calix({ log }, route(get('/'), throwing(error)))).get('/')
    expect(body).toEqual({
      Code: 'InternalServerError',
      Message: 'InternalServerError: the printer is on fire',
    })
    expect(logged).toMatchObject([{ error }])
  })

  it('is answered, and goes to the console, where the log fails too', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const [error, full] = [new Error('x'), new Error('the log is full')]
    const { status } = await client(calix({ log: throwing(full) }, route(get('/'), throwing(error)))).get('/')
    const said = printed.mock.calls.flat()
    printed.mockRestore()
    expect(status).toBe(500)
    expect(said).toContain(error)
    expect(said).toContain(full)
  })
})
