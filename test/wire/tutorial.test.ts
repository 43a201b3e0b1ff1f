import {
  BadRequestError,
  calix,
  get,
  methods,
  NotFoundError,
  post,
  put,
  type Request,
  response,
  route,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { expect } from 'vitest'
import * as E from '#fp/Either'
import { pipe } from '#fp/function'
import * as R from '#fp/Record'
import { type Case, type Expected, error, type Log, matrix, ok } from './case.ts'

const FORM = 'application/x-www-form-urlencoded'
const CITIES = { seattle: 'WA', portland: 'OR' }
const JSON_UTF8 = 'application/json; charset=utf-8'

const appOf = (log: Log) => {
  const objects = new Map<string, unknown>()
  const object = ({ method, params, body }: Request<{ readonly key: string }>) => {
    if (method === 'PUT') objects.set(params.key, body)
    else
      return objects.has(params.key)
        ? { [params.key]: objects.get(params.key) }
        : new NotFoundError(params.key)
  }
  return calix(
    { name: 'helloworld', log },
    route(get('/'), () => ({ hello: 'world' })),
    route(post('/', { accepts: FORM }), ({ body }) => ({
      states: typeof body === 'object' && body !== null && 'states' in body ? body.states : [],
    })),
    route(get('/cities/:city'), ({ params }) =>
      pipe(
        CITIES,
        R.lookup(params.city),
        E.fromOption(
          () => new BadRequestError(`Unknown city '${params.city}', valid choices are: seattle, portland`),
        ),
        E.map((state) => ({ state })),
      ),
    ),
    route(put('/resource/:value'), ({ params }) => ({ value: params.value })),
    route(post('/myview/:value'), ({ params }) => ({ value: params.value, method: 'post' })),
    route(put('/myview/:value'), ({ params }) => ({ value: params.value, method: 'put' })),
    route(methods(['GET', 'PUT'], '/objects/:key'), object),
    route(get('/custom_response'), () =>
      response('hello world!', { status: 200, headers: { 'content-type': 'text/plain' } }),
    ),
    pipe(
      route(get('/custom_cors'), () => ({ cors: true })),
      use(
        cors({
          ...{ allowOrigin: 'https://foo.example.com', allowHeaders: ['X-Special-Header'] },
          ...{ maxAge: 600, exposeHeaders: ['X-Special-Header'], allowCredentials: true },
        }),
      ),
    ),
    pipe(
      route(get('/cors_multiple_origins'), () => 'Foo'),
      use(cors({ allowOrigin: ['http://allowed1.example.com', 'http://allowed2.example.com'] })),
    ),
  )
}

const json = (text: string): Expected => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  text,
})

const step = (line: string, expected: Expected, more: Omit<Case['request'], 'target'> = {}): Case => {
  const [method = 'GET', target = '/'] = line.split(' ')
  return { name: line, request: { method, target, ...more }, expected }
}

const form = (body: string) => ({ headers: [['content-type', FORM] as const], body })
const jsonBody = (body: string) => ({ headers: [['content-type', JSON_UTF8] as const], body })

const unknownCity = "BadRequestError: Unknown city 'vancouver', valid choices are: seattle, portland"

// In the reader's order: what one request has stored, the next one reads.
matrix('the tutorial', appOf, [
  step('GET /', json('{"hello":"world"}')),
  step('GET /cities/seattle', json('{"state":"WA"}')),
  step('GET /cities/portland', json('{"state":"OR"}')),
  step('GET /cities/vancouver', error(400, 'BadRequestError', unknownCity)),
  step('PUT /resource/foo', json('{"value":"foo"}')),
  step('POST /myview/foo', json('{"value":"foo","method":"post"}')),
  step('PUT /myview/foo', json('{"value":"foo","method":"put"}')),
  step('GET /myview/foo', {
    status: 405,
    headers: { allow: 'POST, PUT, OPTIONS' },
    json: { Code: 'MethodNotAllowedError', Message: expect.stringMatching(/^MethodNotAllowedError: /) },
  }),
  step('GET /objects/banana', error(404, 'NotFoundError', 'NotFoundError: banana')),
  step('PUT /objects/banana', json('null'), jsonBody('"yellow"')),
  step('GET /objects/banana', json('{"banana":"yellow"}')),
  step('POST /', json('{"states":["WA","CA"]}'), form('states=WA&states=CA')),
  step('POST /', json('{"states":[]}')),
  step(
    'POST /',
    { status: 415, json: { Code: 'UnsupportedMediaTypeError', Message: expect.any(String) } },
    jsonBody('{"states":["WA"]}'),
  ),
  step('GET /custom_response', {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    text: 'hello world!',
  }),
  step('GET /custom_cors', {
    ...ok({ cors: true }),
    headers: {
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers':
        'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key,X-Special-Header',
      'access-control-allow-origin': 'https://foo.example.com',
      'access-control-expose-headers': 'X-Special-Header',
      'access-control-max-age': '600',
    },
    text: '{"cors":true}',
  }),
  step(
    'GET /cors_multiple_origins',
    {
      status: 200,
      headers: { 'access-control-allow-origin': 'http://allowed2.example.com', vary: 'origin' },
      text: 'Foo',
    },
    { headers: [['origin', 'http://allowed2.example.com']] },
  ),
  step(
    'GET /cors_multiple_origins',
    { status: 200, headers: { 'access-control-allow-origin': null }, text: 'Foo' },
    { headers: [['origin', 'http://foo.example.com']] },
  ),
])
