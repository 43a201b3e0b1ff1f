import {
  type App,
  any,
  calix,
  del,
  get,
  head,
  methods,
  options,
  patch,
  post,
  prefix,
  put,
  route,
  routes,
} from 'calix'
import { expect, test } from 'vitest'
import { OpenApiError, openapi } from '../../src/openapi/index.ts'

const nothing = (): never => {
  throw new Error('No document needs a handler')
}

const documentOf = (app: App) => openapi(app, { version: '1.0.0' })

/** `GET /users/{id}` for each operation, in the order of the document. */
const operationsOf = (app: App): ReadonlyArray<string> =>
  Object.entries(documentOf(app).paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  )

const idsOf = (app: App): ReadonlyArray<string> =>
  Object.values(documentOf(app).paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  )

test('an app without routes has a document without paths', () => {
  expect(documentOf(calix({}))).toEqual({
    openapi: '3.1.1',
    info: { title: 'API', version: '1.0.0' },
    servers: [{ url: '/' }],
    paths: {},
    components: { schemas: {} },
  })
})

test('paths have their parameters in braces, and stand in the order of declaration', () => {
  const app = calix(
    {},
    prefix('/v1')(routes(route(get('/users/:id/posts/:post'), nothing), route(get('/'), nothing))),
    route(get('/'), nothing),
    route(get('/files/*path'), nothing),
  )
  expect(operationsOf(app)).toEqual([
    'GET /v1/users/{id}/posts/{post}',
    'GET /v1',
    'GET /',
    'GET /files/{path}',
  ])
  expect(documentOf(app).paths['/v1/users/{id}/posts/{post}']?.get?.parameters).toEqual([
    { name: 'id', in: 'path', required: true, schema: { type: 'string', minLength: 1 } },
    { name: 'post', in: 'path', required: true, schema: { type: 'string', minLength: 1 } },
  ])
})

test('the remainder of a path says what it is', () => {
  const { paths } = documentOf(calix({}, route(get('/files/*path'), nothing)))
  expect(paths['/files/{path}']?.get?.parameters?.[0]?.description).toMatch(/remainder of the path.*%2F/)
})

test('literals are as a URL has them', () => {
  const app = calix({}, route(get('/são paulo/a{b}:c@d'), nothing))
  expect(operationsOf(app)).toEqual(['GET /s%C3%A3o%20paulo/a%7Bb%7D:c@d'])
})

test('the methods of a route stand for themselves; HEAD and OPTIONS only where a route declares them', () => {
  const app = calix(
    {},
    route(methods(['PUT', 'GET'], '/a'), nothing),
    route(head('/b'), nothing),
    route(options('/b'), nothing),
    route(patch('/b'), nothing),
    route(del('/b'), nothing),
  )
  expect(operationsOf(app)).toEqual(['GET /a', 'PUT /a', 'PATCH /b', 'DELETE /b', 'HEAD /b', 'OPTIONS /b'])
})

test('ANY is every method of the path that no other route has', () => {
  const app = calix(
    {},
    route(any('/a/:x', { summary: 'any' }), nothing),
    route(post('/a/:x', { summary: 'post' }), nothing),
  )
  const item = documentOf(app).paths['/a/{x}']
  expect(Object.entries(item ?? {}).map(([method, { summary }]) => `${method} ${summary}`)).toEqual([
    'get any',
    'put any',
    'post post',
    'patch any',
    'delete any',
  ])
})

test('paths that differ in names of parameters alone are one path, with the names of the first', () => {
  const app = calix({}, route(get('/a/:x/b/:y'), nothing), route(put('/a/:y/b/:x'), nothing))
  expect(operationsOf(app)).toEqual(['GET /a/{x}/b/{y}', 'PUT /a/{x}/b/{y}'])
  expect(documentOf(app).paths['/a/{x}/b/{y}']?.put?.parameters?.map(({ name }) => name)).toEqual(['x', 'y'])
})

test('a parameter and a remainder at one place are one path: what is asked first is there, and names the other', () => {
  const app = calix(
    {},
    route(any('/*rest', { summary: 'rest' }), nothing),
    route(get('/:page', { summary: 'page', description: 'One page.' }), nothing),
    route(put('/*rest', { summary: 'put' }), nothing),
  )
  const item = documentOf(app).paths['/{rest}']
  expect(Object.entries(item ?? {}).map(([method, { summary }]) => `${method} ${summary}`)).toEqual([
    'get page',
    'put put',
    'post rest',
    'patch rest',
    'delete rest',
  ])
  expect(item?.get?.description).toBe('One page.\n\nLonger paths are answered by ANY /*rest.')
  expect(item?.put?.description).toBeUndefined()
})

test('names of operations are made of method and path, and unique', () => {
  const app = calix(
    {},
    route(get('/'), nothing),
    route(get('/cities/:city'), nothing),
    route(get('/cities/by/city'), nothing),
    route(methods(['GET', 'PUT'], '/objects/*key', { operationId: 'object' }), nothing),
    route(post('/user-pools/x', { operationId: 'getRoot2' }), nothing),
    route(post('/été'), nothing),
  )
  expect(idsOf(app)).toEqual([
    'getRoot',
    'getCitiesByCity',
    'getCitiesByCity2',
    'getObject',
    'putObject',
    'getRoot2',
    'postT',
  ])
})

test('a name that two routes state is refused', () => {
  const app = calix(
    {},
    route(get('/a', { operationId: 'same' }), nothing),
    route(get('/b', { operationId: 'same' }), nothing),
  )
  expect(() => documentOf(app)).toThrow(
    new OpenApiError(["GET /b: operationId 'same' is GET /a's already: give one of them another"]),
  )
})

test('servers, title and what else is said', () => {
  const app = calix({ name: 'shop', basePath: '/api' })
  expect(documentOf(app)).toMatchObject({ info: { title: 'shop' }, servers: [{ url: '/api' }] })
  const told = {
    title: 'The shop',
    version: '2.0.0',
    summary: 'A line',
    description: 'More *lines*',
    license: { name: 'MIT', identifier: 'MIT' },
  }
  const servers = [{ url: 'https://shop.example.com/prod', description: 'Production' }]
  expect(openapi(app, { ...told, servers })).toMatchObject({ info: told, servers })
})

test('what cannot be said of an app is refused', () => {
  const app = calix({})
  // @ts-expect-error: there is no such member
  expect(() => openapi(app, { version: '1', titel: 'x' })).toThrow("'titel' (did you mean 'title'?)")
  // @ts-expect-error: a version is needed
  expect(() => openapi(app, {})).toThrow("'version' is missing")
})
