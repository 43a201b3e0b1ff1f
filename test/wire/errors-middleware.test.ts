import { calix, ForbiddenError, get, NotFoundError, post, route, routes, use } from 'calix'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { error, matrix, unexpected } from './case.ts'

const untouchable: object = new Proxy(
  {},
  {
    getPrototypeOf: () => {
      throw new TypeError('secret')
    },
  },
)

matrix(
  'errors that cannot be looked at',
  (log) =>
    calix(
      { log },
      route(get('/untouchable'), () => {
        throw untouchable
      }),
    ),
  [
    {
      name: 'a value that throws at every touch',
      request: { target: '/untouchable' },
      // Only that there is one line: to compare the value would touch it.
      expected: { ...unexpected(), logged: [expect.anything()] },
    },
  ],
)

const fails = () => {
  throw new RangeError('secret')
}

const inside = pipe(
  routes(
    route(get('/before'), () => 'unreached'),
    route(post('/before'), () => 'unreached'),
  ),
  use({ before: fails }),
)

matrix(
  'errors of middleware',
  (log) =>
    calix(
      { log },
      inside,
      pipe(
        route(get('/after'), () => 'replaced'),
        use({ after: fails }),
      ),
      pipe(
        route(get('/on-error'), () => {
          throw new NotFoundError('banana')
        }),
        use({ onError: fails }),
      ),
      pipe(
        route(get('/later'), () => 'replaced'),
        use({ after: async () => fails() }),
      ),
      pipe(
        route(get('/http-error'), () => 'unreached'),
        use({
          before: () => {
            throw new ForbiddenError('not you')
          },
        }),
      ),
      pipe(
        route(get('/injects'), () => 'x'),
        use({
          after: ({ response: answer }) => {
            answer.headers['x-a'] = 'b\r\nset-cookie: c=d'
          },
        }),
      ),
      pipe(
        route(get('/status'), () => 'x'),
        use({
          after: ({ response: answer }) => {
            answer.statusCode = 42
          },
        }),
      ),
    ),
  [
    {
      name: 'a before that throws',
      request: { target: '/before' },
      expected: unexpected(new RangeError('secret')),
    },
    {
      name: 'an after that throws',
      request: { target: '/after' },
      expected: unexpected(new RangeError('secret')),
    },
    {
      name: 'an after that is rejected',
      request: { target: '/later' },
      expected: unexpected(new RangeError('secret')),
    },
    {
      name: 'an onError that throws',
      request: { target: '/on-error' },
      expected: unexpected(new RangeError('secret')),
    },
    {
      name: 'an HTTP error of a middleware',
      request: { target: '/http-error' },
      expected: error(403, 'ForbiddenError', 'ForbiddenError: not you'),
    },
    {
      name: 'a header of a middleware that cannot be sent',
      request: { target: '/injects' },
      expected: { ...unexpected(expect.any(TypeError)), headers: { 'x-a': null } },
    },
    {
      name: 'a status of a middleware that cannot be sent',
      request: { target: '/status' },
      expected: unexpected(expect.any(TypeError)),
    },
  ],
)
