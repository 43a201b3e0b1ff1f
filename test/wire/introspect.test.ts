import { calix, get, post, prefix, route } from 'calix'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, type Log, matrix, ok, wrapped } from './case.ts'
import type { Answer, DoorName } from './doors.ts'

const PARTS = [
  ...['context', 'cookies', 'headers', 'identity', 'method', 'params', 'path', 'query', 'queryAll'],
  ...['rawPath', 'route', 'sourceIp', 'stageVars'],
]

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/introspect'), (request) => request),
    route(post('/introspect'), (request) => request),
    pipe(
      route(get('/introspect/:id'), (request) => request),
      prefix('/v1'),
    ),
    route(get('/keys'), (request) => Object.keys(request.toJSON()).sort()),
    route(get('/identity'), ({ identity }) => identity === undefined),
    route(get('/written'), (request) => PARTS.filter((name) => Reflect.set(request, name, 'x'))),
    route(get('/lambda'), ({ lambdaContext, event }) => ({
      remaining: Number(lambdaContext.getRemainingTimeInMillis?.()) > 0,
      event: typeof event,
    })),
  )

const ASKED: Case['request'] = {
  target: '/v1/introspect/a%20b/?x=1&y=2+3',
  headers: [
    ['X-Special', 'Foo'],
    ['cookie', 'a=1; b=%20'],
    ['x-forwarded-for', '6.6.6.6'],
  ],
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Everything that is the same behind every door, and the two parts that are each gateway's own. */
const introspects = (rawPath: string, stageVars: object, context: object) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  holds: ({ text }: Answer) => {
    const { headers, context: found, ...seen } = fieldsOf(JSON.parse(text))
    expect(seen).toEqual({
      ...{ method: 'GET', path: '/v1/introspect/a b/', rawPath, route: '/v1/introspect/:id' },
      ...{ params: { id: 'a b' }, query: { x: '1', y: '2 3' }, queryAll: { x: ['1'], y: ['2 3'] } },
      ...{ cookies: { a: '1', b: '%20' }, sourceIp: '127.0.0.1', stageVars },
    })
    expect(headers).toMatchObject({ 'x-special': 'Foo', cookie: 'a=1; b=%20' })
    expect(fieldsOf(headers)['x-forwarded-for']).toBe('6.6.6.6, 127.0.0.1')
    expect(found).toMatchObject(context)
  },
})

const API = { stage: 'dev', apiId: 'calixlocal', accountId: '123456789012' }
const HTTP_API = ['http', 'socket http'] satisfies ReadonlyArray<DoorName>

const cases: ReadonlyArray<Case> = [
  {
    name: 'a handler may answer with the request itself',
    request: ASKED,
    expected: introspects(
      '/v1/introspect/a%20b/',
      { table: 'cats' },
      { ...API, resourcePath: expect.any(String) },
    ),
    differs: [
      {
        doors: HTTP_API,
        because: 'an HTTP API decodes the path and puts the stage before it',
        expected: introspects(
          '/dev/v1/introspect/a b/',
          { table: 'cats' },
          { ...API, http: { method: 'GET' } },
        ),
      },
      {
        doors: ['http-1.0'],
        because: 'an HTTP API decodes the path and puts the stage before it',
        expected: introspects('/dev/v1/introspect/a b/', { table: 'cats' }, { ...API, httpMethod: 'GET' }),
      },
      {
        doors: ['url'],
        because: 'a function URL has no stage variables',
        expected: introspects('/v1/introspect/a%20b/', {}, { stage: '$default', http: { method: 'GET' } }),
      },
      {
        doors: ['alb', 'alb-multi'],
        because: 'a load balancer has no stages',
        expected: introspects('/v1/introspect/a%20b/', {}, { elb: { targetGroupArn: expect.any(String) } }),
      },
    ],
  },
  {
    name: 'the body is no part of it',
    request: {
      ...{ method: 'POST', target: '/introspect', body: '{"secret":1' },
      headers: [['content-type', 'application/json']],
    },
    expected: {
      status: 200,
      holds: ({ text }) => {
        expect(Object.keys(fieldsOf(JSON.parse(text)))).not.toContain('body')
        expect(text).not.toContain('secret')
      },
    },
  },
  {
    name: 'all of its parts',
    request: { target: '/keys' },
    expected: ok(PARTS),
  },
  {
    name: 'nobody is known to call where no authorizer ran',
    request: { target: '/identity' },
    expected: ok(true),
  },
  {
    name: 'a part cannot be replaced',
    request: { target: '/written' },
    expected: ok([]),
  },
  {
    name: 'the context of Lambda and the event',
    request: { target: '/lambda' },
    expected: ok({ remaining: true, event: 'object' }),
  },
]

matrix('introspect', appOf, cases)
matrix('introspect in middleware', wrapped(appOf), cases)
