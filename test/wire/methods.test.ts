import { any, calix, del, get, head, methods, options, patch, post, put, response, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, error, type Log, matrix, ok, wrapped } from './case.ts'
import { socketDoors } from './doors.ts'

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/'), () => ({ hello: 'world' })),
    route(put('/resource/:value'), ({ params }) => ({ value: params.value })),
    route(post('/myview/:value'), ({ params }) => ({ value: params.value, method: 'post' })),
    route(put('/myview/:value'), ({ params }) => ({ value: params.value, method: 'put' })),
    route(methods(['GET', 'PUT'], '/objects/:key'), ({ method }) => method),
    route(patch('/parts/:id'), () => 'patched'),
    route(del('/parts/:id'), () => response(undefined, { status: 204 })),
    route(head('/heads'), () => response('unseen', { headers: { 'x-from': 'head' } })),
    route(get('/heads'), () => response('seen', { headers: { 'x-from': 'get' } })),
    route(get('/fails'), ({ method }) => {
      throw Object.assign(new Error(method), { statusCode: 409, name: 'Clash', expose: true })
    }),
    route(options('/spoken'), () => response('ask me', { headers: { allow: 'GET' } })),
    route(get('/spoken'), () => 'x'),
    route(any('/any'), ({ method }) => ({ any: method })),
    route(get('/any'), () => ({ get: true })),
    route(any('/only-any'), ({ method }) => ({ any: method })),
    // Declared from the least specific to the most, which is not to matter.
    route(get('/order/*rest'), () => 'rest'),
    route(get('/order/:id'), () => 'param'),
    route(get('/order/new'), () => 'literal'),
    route(post('/order/old'), () => 'posted'),
    route(get('/order/:id/items'), () => 'items of param'),
    route(get('/order/new/items'), () => 'items of literal'),
  )

const unknown = (method: string, path: string): Expected =>
  error(404, 'NotFoundError', `NotFoundError: No route for ${method} ${path}`)

const notAllowed = (allow: string): Expected => ({
  status: 405,
  headers: { 'content-type': 'application/json', allow },
  json: {
    Code: 'MethodNotAllowedError',
    Message: expect.stringMatching(/^MethodNotAllowedError: ./),
  },
})

const allowed = (allow: string): Expected => ({
  status: 204,
  headers: { allow, 'content-type': null },
  text: '',
})

const text = (body: string): Expected => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  text: body,
})

const asked = (method: string, target: string): Case['request'] => ({ method, target })

const cases: ReadonlyArray<Case> = [
  {
    name: 'GET',
    request: asked('GET', '/'),
    expected: { ...ok({ hello: 'world' }), text: '{"hello":"world"}' },
  },
  {
    name: 'PUT',
    request: asked('PUT', '/resource/foo'),
    expected: { ...ok({ value: 'foo' }), text: '{"value":"foo"}' },
  },
  {
    name: 'POST by one handler',
    request: asked('POST', '/myview/foo'),
    expected: { ...ok({ value: 'foo', method: 'post' }), text: '{"value":"foo","method":"post"}' },
  },
  {
    name: 'PUT by another',
    request: asked('PUT', '/myview/foo'),
    expected: { ...ok({ value: 'foo', method: 'put' }), text: '{"value":"foo","method":"put"}' },
  },
  { name: 'PATCH', request: asked('PATCH', '/parts/1'), expected: text('patched') },
  { name: 'DELETE', request: asked('DELETE', '/parts/1'), expected: { status: 204, text: '' } },
  {
    name: 'two methods of one handler, the first',
    request: asked('GET', '/objects/a'),
    expected: text('GET'),
  },
  {
    name: 'two methods of one handler, the second',
    request: asked('PUT', '/objects/a'),
    expected: text('PUT'),
  },
  {
    name: 'an unknown path is a 404',
    request: asked('GET', '/nowhere'),
    expected: unknown('GET', '/nowhere'),
  },
  {
    name: 'an unknown path is a 404 for POST',
    request: asked('POST', '/nowhere'),
    expected: unknown('POST', '/nowhere'),
  },
  {
    name: 'an unknown path is a 404 for OPTIONS',
    request: asked('OPTIONS', '/nowhere'),
    expected: unknown('OPTIONS', '/nowhere'),
  },
  {
    name: 'an unknown path is a 404 without a body for HEAD',
    request: asked('HEAD', '/nowhere'),
    expected: { status: 404, headers: { 'content-type': 'application/json' }, text: '' },
  },
  {
    name: 'another method is a 405 that says which',
    request: asked('GET', '/myview/foo'),
    expected: notAllowed('POST, PUT, OPTIONS'),
  },
  {
    name: 'where there is GET there is HEAD',
    request: asked('POST', '/'),
    expected: notAllowed('GET, HEAD, OPTIONS'),
  },
  {
    name: 'DELETE of what is not to be deleted',
    request: asked('DELETE', '/'),
    expected: notAllowed('GET, HEAD, OPTIONS'),
  },
  {
    name: 'a method that few have heard of',
    request: asked('PROPFIND', '/'),
    expected: notAllowed('GET, HEAD, OPTIONS'),
  },
  {
    name: 'HEAD where there is no GET',
    request: asked('HEAD', '/myview/foo'),
    expected: { status: 405, headers: { allow: 'POST, PUT, OPTIONS' }, text: '' },
  },
  {
    name: 'HEAD is answered by GET, without a body',
    request: asked('HEAD', '/'),
    expected: { status: 200, headers: { 'content-type': 'application/json' }, text: '' },
  },
  {
    name: 'an error answers HEAD without a body',
    request: asked('HEAD', '/fails'),
    expected: { status: 409, headers: { 'content-type': 'application/json' }, text: '' },
  },
  {
    name: 'HEAD by a route of its own',
    request: asked('HEAD', '/heads'),
    expected: { status: 200, headers: { 'x-from': 'head' }, text: '' },
  },
  {
    name: 'GET beside a route for HEAD',
    request: asked('GET', '/heads'),
    expected: { status: 200, headers: { 'x-from': 'get' }, text: 'seen' },
  },
  {
    name: 'OPTIONS says what is allowed',
    request: asked('OPTIONS', '/'),
    expected: allowed('GET, HEAD, OPTIONS'),
  },
  {
    name: 'OPTIONS of two routes',
    request: asked('OPTIONS', '/myview/foo'),
    expected: allowed('POST, PUT, OPTIONS'),
  },
  {
    name: 'OPTIONS of two methods of a route',
    request: asked('OPTIONS', '/objects/x'),
    expected: allowed('GET, HEAD, PUT, OPTIONS'),
  },
  {
    name: 'OPTIONS by a route of its own',
    request: asked('OPTIONS', '/spoken'),
    expected: { status: 200, headers: { allow: 'GET' }, text: 'ask me' },
  },
  {
    name: 'ANY answers what no other route does',
    request: asked('DELETE', '/any'),
    expected: ok({ any: 'DELETE' }),
  },
  { name: 'ANY gives way to a method', request: asked('GET', '/any'), expected: ok({ get: true }) },
  { name: 'ANY alone answers GET', request: asked('GET', '/only-any'), expected: ok({ any: 'GET' }) },
  {
    name: 'ANY answers a method that few have heard of',
    request: asked('PROPFIND', '/only-any'),
    expected: ok({ any: 'PROPFIND' }),
  },
  {
    name: 'ANY answers HEAD without a body',
    request: asked('HEAD', '/only-any'),
    expected: { status: 200, headers: { 'content-type': 'application/json' }, text: '' },
  },
  {
    name: 'a literal comes before a parameter',
    request: asked('GET', '/order/new'),
    expected: text('literal'),
  },
  { name: 'a parameter comes before a rest', request: asked('GET', '/order/7'), expected: text('param') },
  { name: 'a rest comes last', request: asked('GET', '/order/7/8'), expected: text('rest') },
  {
    name: 'a literal comes first in the middle too',
    request: asked('GET', '/order/new/items'),
    expected: text('items of literal'),
  },
  {
    name: 'a parameter in the middle',
    request: asked('GET', '/order/7/items'),
    expected: text('items of param'),
  },
  {
    name: 'a rest takes what no longer path does',
    request: asked('GET', '/order/new/other'),
    expected: text('rest'),
  },
  {
    name: 'a literal without the method gives way to a parameter that has it',
    request: asked('GET', '/order/old'),
    expected: text('param'),
  },
  {
    name: 'a literal with the method does not',
    request: asked('POST', '/order/old'),
    expected: text('posted'),
  },
]

matrix('methods', appOf, cases)
matrix('methods in middleware', wrapped(appOf), cases)

matrix(
  'lengths',
  appOf,
  [
    {
      name: 'the length of a body is announced',
      request: asked('GET', '/'),
      expected: { ...ok({ hello: 'world' }), headers: { 'content-length': '17' } },
    },
    {
      name: 'a 204 announces none',
      request: asked('DELETE', '/parts/1'),
      expected: { status: 204, headers: { 'content-length': null } },
    },
  ],
  // The gateways leave the framing to the connection.
  socketDoors,
)
