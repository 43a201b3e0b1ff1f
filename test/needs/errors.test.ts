import {
  calix,
  type FailureLog,
  ForbiddenError,
  get,
  lambda,
  type Middleware,
  type MiddlewareRequest,
  post,
  problem,
  provide,
  response,
  route,
  UnauthorizedError,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { client, gateways } from 'calix/testing'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, it } from 'vitest'

const ORIGIN = 'https://a.example.com'

const nobody = () => new UnauthorizedError('Say who you are', { headers: { 'www-authenticate': 'Basic' } })

const throwing = (): object => {
  throw nobody()
}

/** Every way to end a request in an error that is meant. */
const MEANT: ReadonlyArray<readonly [string, () => unknown]> = [
  ['a Left', () => E.left(nobody())],
  ['a TaskEither of a Left', () => TE.left(nobody())],
  ['a promise of a Left', () => Promise.resolve(E.left(nobody()))],
  ['an async function that returns a TaskEither', async () => TE.left(nobody())],
  ['a throw', throwing],
  ['a rejection', () => Promise.reject(nobody())],
  ['a Task that rejects', () => () => Promise.reject(nobody())],
  ['an error that is returned', nobody],
  ['a promise of an error', () => Promise.resolve(nobody())],
  ['a Reader of a Left', () => (_needs: object) => E.left(nobody())],
]

const boom = new RangeError('secret')

/** Every way to fail. */
const UNMEANT: ReadonlyArray<readonly [string, () => unknown, unknown]> = [
  ['a throw', () => throwIt(boom), boom],
  ['a rejection', () => Promise.reject(boom), boom],
  ['a Left of no HttpError', () => E.left('secret'), 'secret'],
  ['a throw of nothing', () => throwIt(undefined), undefined],
  ...[undefined, null, 7, 'secret', true, [], Symbol('secret')].map(
    (value): readonly [string, () => unknown, unknown] => [
      `no record but ${Array.isArray(value) ? 'a list' : String(value)}`,
      () => value,
      expect.objectContaining({ message: expect.stringMatching(/^provide\(…\) gives a record/) }),
    ],
  ),
  ['no record but a promise of one', () => Promise.resolve(7), expect.any(TypeError)],
  ['no record but a Right of none', () => E.right(undefined), expect.any(TypeError)],
  ['no record but a TaskEither of none', () => TE.right('x'), expect.any(TypeError)],
  // It is meant to end the request, and would be let through.
  ['an answer', () => response('no', { status: 401 }), expect.any(TypeError)],
  ['a web Response', () => new Response('no', { status: 401 }), expect.any(TypeError)],
  // Its methods are its class's, so that a record of its fields would lack them.
  ['an object of a class', () => new Services(), expect.any(TypeError)],
  ['functions without an end', endlessly, expect.any(TypeError)],
]

class Services {
  find(): string {
    return 'found'
  }
}

function throwIt(value: unknown): never {
  throw value
}

function endlessly(): unknown {
  return endlessly
}

/** An app of a provider, around which each answer is counted, and what its handler and its log see. */
const around = (give: () => unknown, debug = false) => {
  const logged: Array<FailureLog> = []
  const statuses: Array<number | undefined> = []
  let reached = 0
  const counting: Middleware = {
    after: ({ response }: MiddlewareRequest) => void statuses.push(response?.statusCode),
  }
  const app = calix(
    { debug, log: (failure) => logged.push(failure) },
    pipe(
      route(get('/users/:id'), () => ++reached),
      use(
        provide(() => give()),
        counting,
        cors({ allowOrigin: ORIGIN, exposeHeaders: ['www-authenticate'] }),
      ),
    ),
  )
  return { app, logged, statuses, reached: () => reached }
}

describe.each(gateways)('behind $name', (gateway) => {
  it.each(MEANT)('%s is the answer, through all that stands around it', async (_, give) => {
    const { app, logged, reached, statuses } = around(give)
    const answer = await client(app, { gateway }).get('/users/1', { headers: { origin: ORIGIN } })
    expect(answer.status).toBe(401)
    expect(answer.json).toEqual({ Code: 'UnauthorizedError', Message: 'UnauthorizedError: Say who you are' })
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-expose-headers': 'www-authenticate',
    })
    expect(Object.values(answer.headers)).toContain('Basic')
    expect({ reached: reached(), logged, statuses }).toEqual({ reached: 0, logged: [], statuses: [401] })
  })

  it.each(UNMEANT)('what is not meant is a logged 500: %s', async (_, give, cause) => {
    const { app, logged, reached, statuses } = around(give)
    const answer = await client(app, { gateway }).get('/users/1', { headers: { origin: ORIGIN } })
    expect(answer.status).toBe(500)
    expect(answer.json).toEqual({
      Code: 'InternalServerError',
      Message: 'An internal server error occurred.',
    })
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN })
    expect(logged).toEqual([{ error: cause, where: 'GET /users/:id' }])
    expect({ reached: reached(), statuses }).toEqual({ reached: 0, statuses: [500] })
  })
})

describe('a provider that fails', () => {
  it('shows why in debug mode alone', async () => {
    const { status, text } = await client(around(() => throwIt(boom), true).app).get('/users/1')
    expect(status).toBe(500)
    expect(text).toMatch(/^RangeError: secret\n\s+at /)
  })

  it('has its error in the shape of the app', async () => {
    const app = calix(
      { errorShape: problem },
      pipe(
        route(get('/'), () => 1),
        use(provide(() => E.left(nobody()))),
      ),
    )
    const { headers, json } = await client(app).get('/')
    expect(headers['content-type']).toBe('application/problem+json')
    expect(json).toMatchObject({ status: 401, detail: 'Say who you are', code: 'UnauthorizedError' })
  })

  it('is the last that runs', async () => {
    const steps: Array<string> = []
    const gives = (name: string, given: unknown) =>
      provide(() => {
        steps.push(name)
        return given
      })
    const app = calix(
      {},
      pipe(
        route(get('/'), () => steps.push('handler')),
        use(gives('inner', {}), gives('failing', E.left(new ForbiddenError('no'))), gives('outer', {})),
      ),
    )
    expect((await client(app).get('/')).status).toBe(403)
    expect(steps).toEqual(['outer', 'failing'])
  })

  it('answers a HEAD without a body', async () => {
    const { headers, status, text } = await client(around(() => E.left(nobody())).app).head('/users/1')
    expect({ status, text, type: headers['content-type'] }).toEqual({
      ...{ status: 401, text: '', type: 'application/json' },
    })
  })

  it('may do so on a malformed body, which it reads', async () => {
    const app = calix(
      {},
      pipe(
        route(post('/'), () => 1),
        use(provide(({ body }) => ({ body }))),
      ),
    )
    const { json, status } = await client(app).post('/', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(400)
    expect(json).toMatchObject({ Message: 'BadRequestError: Error Parsing JSON' })
  })

  it('is heard by an onError, which may answer otherwise', async () => {
    const app = calix(
      {},
      pipe(
        route(get('/'), () => 1),
        use(
          provide(() => E.left(new ForbiddenError('a'))),
          {
            onError: ({ error }: MiddlewareRequest) => ({
              statusCode: 200,
              headers: {},
              body: error instanceof Error ? error.message : '',
            }),
          },
        ),
      ),
    )
    expect(await client(app).get('/')).toMatchObject({ status: 200, text: 'a' })
  })
})

describe('a provider that does not answer', () => {
  it.each([
    ['a promise', () => new Promise<never>(() => {})],
    ['a Task', () => () => new Promise<never>(() => {})],
  ])('is a logged 504 before Lambda ends the invocation: %s', async (_, give) => {
    const { app, logged, reached, statuses } = around(give)
    const answer = await client(lambda(app), { lambdaContext: { timeoutMs: 200 } }).get('/users/1', {
      headers: { origin: ORIGIN },
    })
    expect(answer.status).toBe(504)
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN })
    expect(logged.length).toBe(1)
    expect({ reached: reached(), statuses }).toEqual({ reached: 0, statuses: [504] })
  })
})
