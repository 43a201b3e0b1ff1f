import { calix, get, type MiddlewareRequest, NotFoundError, post, response, route, routes, use } from 'calix'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, error, type Log, matrix, ok } from './case.ts'

const isLower = (name: string): boolean => name === name.toLowerCase()

/** What a middleware finds in every event, whatever gateway it came from. */
const look = ({ event }: MiddlewareRequest): void => {
  event.headers['x-looked'] = [
    Object.keys(event.headers).every(isLower),
    event.headers['x-given'],
    typeof event.requestContext,
    typeof event.body,
  ].join(' ')
}

const stamp = (name: string) => ({
  before: ({ event }: MiddlewareRequest) => {
    event.headers['x-way'] = `${event.headers['x-way'] ?? ''}${name}`
  },
  after: ({ response: answer }: { readonly response: { headers: Record<string, unknown> } }) => {
    answer.headers['x-way'] = `${String(answer.headers['x-way'] ?? '')}${name}`
  },
})

const appOf = (log: Log) =>
  pipe(
    calix(
      { log },
      pipe(
        routes(
          route(get('/way/:kind'), ({ params, headers }) =>
            params.kind === 'error' ? new NotFoundError('banana') : (headers['x-way'] ?? ''),
          ),
        ),
        use(stamp('a'), stamp('b')),
        use(stamp('c')),
      ),
      pipe(
        route(post('/looked'), ({ headers, body }) => ({ looked: headers['x-looked'], body })),
        use({ before: look }),
      ),
      pipe(
        route(get('/changed'), ({ headers }) => [headers['x-given'], headers['x-added']]),
        use({
          before: ({ event }) => {
            event.headers['x-given'] = 'changed'
            event.headers['x-added'] = 'added'
          },
        }),
      ),
      pipe(
        route(get('/cookies'), ({ cookies }) => cookies),
        use({
          before: ({ event }) => {
            event.headers.cookie = 'a=changed'
          },
        }),
      ),
      pipe(
        route(get('/removed'), ({ headers }) => headers['x-given'] ?? 'none'),
        use({
          before: ({ event }) => {
            delete event.headers['x-given']
          },
        }),
      ),
      pipe(
        route(post('/replaced'), ({ body }) => body),
        use({
          before: ({ event }) => {
            event.body = { replaced: true }
          },
        }),
      ),
      pipe(
        route(get('/early'), () => 'unreached'),
        use({ before: () => response('early', { status: 202, headers: { 'x-early': '1' } }) }),
      ),
      pipe(
        route(get('/result'), () => 'unreached'),
        use({ before: () => ({ statusCode: 203, body: 'a proxy result' }) }),
      ),
      pipe(
        route(get('/bare-result'), () => 'unreached'),
        use({ after: () => ({ statusCode: 204 }) }),
      ),
      pipe(
        route(get('/multi'), () => 'x'),
        use({
          after: ({ response: answer }) => {
            answer.multiValueHeaders = { 'X-Many': ['1', '2'], 'Set-Cookie': ['a=1', 'b=2'] }
          },
        }),
      ),
    ),
    use(stamp('!')),
  )

const cases: ReadonlyArray<Case> = [
  {
    name: 'the last middleware is the outermost',
    request: { target: '/way/plain' },
    expected: { status: 200, text: '!cba', headers: { 'x-way': 'abc!' } },
  },
  {
    name: 'an error passes every middleware on its way out',
    request: { target: '/way/error' },
    expected: {
      ...error(404, 'NotFoundError', 'NotFoundError: banana'),
      headers: { 'x-way': 'abc!' },
    },
  },
  {
    name: 'an unknown path passes the middleware of the app',
    request: { target: '/nowhere' },
    expected: { status: 404, headers: { 'x-way': '!' } },
  },
  {
    name: 'another method passes the middleware of its path',
    request: { method: 'POST', target: '/way/plain' },
    expected: { status: 405, headers: { 'x-way': 'abc!', allow: 'GET, HEAD, OPTIONS' } },
  },
  {
    name: 'a middleware finds the same in every event',
    request: {
      ...{ method: 'POST', target: '/looked', body: '[1]' },
      headers: [
        ['X-Given', 'Foo'],
        ['Content-Type', 'application/json'],
      ],
    },
    expected: ok({ looked: 'true Foo object string', body: [1] }),
  },
  {
    name: 'what a middleware makes of the headers is what the handler reads',
    request: { target: '/changed', headers: [['X-Given', 'given']] },
    expected: ok(['changed', 'added']),
  },
  {
    name: 'what a middleware makes of the cookies is what the handler reads',
    request: { target: '/cookies', headers: [['Cookie', 'a=given']] },
    expected: ok({ a: 'changed' }),
  },
  {
    name: 'a header that a middleware takes away is gone',
    request: { target: '/removed', headers: [['X-Given', 'given']] },
    expected: { status: 200, text: 'none' },
  },
  {
    name: 'what a middleware makes of the body is what the handler reads',
    request: {
      ...{ method: 'POST', target: '/replaced', body: '[1]' },
      headers: [['content-type', 'application/json']],
    },
    expected: ok({ replaced: true }),
  },
  {
    name: 'a middleware that answers early',
    request: { target: '/early' },
    expected: { status: 202, headers: { 'x-early': '1', 'x-way': '!' }, text: 'early' },
  },
  {
    name: 'a middleware that answers early with a proxy result',
    request: { target: '/result' },
    expected: { status: 203, headers: { 'x-way': '!' }, text: 'a proxy result' },
  },
  {
    name: 'a middleware that answers late with the least of a proxy result',
    request: { target: '/bare-result' },
    expected: { status: 204, headers: { 'x-way': '!' }, text: '' },
  },
  {
    name: 'headers of several values',
    request: { target: '/multi' },
    expected: { status: 200, headers: { 'x-many': '1, 2' }, cookies: ['a=1', 'b=2'], text: 'x' },
  },
  {
    name: 'no middleware sees what another request left',
    request: { target: '/way/plain' },
    expected: {
      status: 200,
      text: '!cba',
      holds: ({ headers }) => expect(headers.get('x-way')).toBe('abc!'),
    },
  },
]

matrix('middleware', appOf, cases)
