import { calix, get, post, put, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { expect, describe as group, test } from 'vitest'
import * as z from 'zod'
import {
  date,
  describe,
  integer,
  limited,
  list,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import { documented } from '../../src/documented.ts'
import { OpenApiError, openapi } from '../../src/openapi/index.ts'

const nothing = (): never => {
  throw new Error('No document needs a handler')
}

type Contract = Parameters<typeof post>[1]

const documentOf = (contract: Contract, path: `/${string}` = '/things') =>
  openapi(calix({}, route(post(path, contract), nothing)), { version: '1.0.0' })

const operationOf = (contract: Contract, path: `/${string}` = '/things') =>
  Object.values(documentOf(contract, path).paths)[0]?.post

const REF = '#/components/schemas/'

group('parameters', () => {
  test('are the properties of the codecs', () => {
    const operation = operationOf(
      {
        params: t.type({ id: uuid }),
        query: t.intersection([
          t.type({ page: withDefault(integer, 1), id: list(integer) }),
          t.partial({ sort: oneOf('asc', 'desc') }),
        ]),
        headers: t.partial({ 'x-trace': t.string, accept: t.string, authorization: t.string }),
        cookies: t.type({ session: t.string }),
      },
      '/things/:id/:other',
    )
    expect(operation?.parameters).toMatchObject([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'other', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } },
      { name: 'id', in: 'query', style: 'form', explode: true, schema: { type: 'array' } },
      { name: 'sort', in: 'query', schema: { enum: ['asc', 'desc'] } },
      { name: 'x-trace', in: 'header', schema: { type: 'string' } },
      { name: 'session', in: 'cookie', required: true, schema: { type: 'string' } },
    ])
    expect(operation?.parameters).toHaveLength(7)
    for (const each of operation?.parameters?.slice(2, 6) ?? []) expect(each).not.toHaveProperty('required')
  })

  test.each([
    [',', 'form'],
    ['|', 'pipeDelimited'],
    [' ', 'spaceDelimited'],
  ])('a list separated by %j is of style %s', (separator, style) => {
    const query = t.type({ fields: list(t.string, { separator }) })
    expect(operationOf({ query })?.parameters).toMatchObject([{ name: 'fields', style, explode: false }])
  })

  test.each<readonly [string, Contract]>([
    ['io-ts', { query: t.type({ tag: t.array(t.string), id: optional(t.readonlyArray(integer)) }) }],
    [
      'io-ts, limited and named',
      {
        query: t.intersection([
          t.type({ tag: t.array(t.string, 'Tags') }),
          t.partial({ id: t.array(integer) }),
        ]),
      },
    ],
    ['zod', { query: z.object({ tag: z.array(z.string()), id: z.array(z.int()).optional() }) }],
  ])('of a query may be lists: %s', (_, contract) => {
    const { components, paths } = documentOf(contract)
    const [tag, id] = paths['/things']?.post?.parameters ?? []
    const schemas = [tag, id].map((each) => {
      const name = each?.schema.$ref?.split('/').at(-1)
      return name === undefined ? each?.schema : components.schemas?.[name]
    })
    expect(tag).toMatchObject({ name: 'tag', required: true, style: 'form', explode: true })
    expect(id).toMatchObject({ name: 'id', style: 'form', explode: true })
    expect(id).not.toHaveProperty('required')
    expect(schemas).toMatchObject([
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'integer' } },
    ])
  })

  test('come once everywhere else, and in a list', () => {
    const tags = t.type({ tag: t.array(t.string) })
    const query = t.type({ tag: t.array(t.array(t.string)) })
    const mistakes = (contract: Contract): unknown => {
      try {
        return documentOf(contract)
      } catch (error) {
        return error instanceof OpenApiError ? error.mistakes : error
      }
    }
    const message = "'Array<string>' takes no value that comes once; use list(…) of calix/codec"
    expect(mistakes({ headers: tags, cookies: tags, query })).toEqual([
      `POST /things query at tag[]: ${message}`,
      `POST /things headers at tag: ${message}`,
      `POST /things cookies at tag: ${message}`,
    ])
  })

  test('say what is said of them', () => {
    const query = t.type({
      old: describe(optional(t.string), { description: 'Not any more.', deprecated: true, examples: ['a'] }),
    })
    expect(operationOf({ query })?.parameters).toMatchObject([
      {
        name: 'old',
        in: 'query',
        description: 'Not any more.',
        deprecated: true,
        schema: { type: 'string', examples: ['a'] },
      },
    ])
  })

  test('may come from a named codec and from other libraries', () => {
    const Paging = t.partial({ page: integer }, 'Paging')
    const named = documentOf({ query: Paging })
    expect(named.paths['/things']?.post?.parameters).toMatchObject([{ name: 'page', in: 'query' }])
    expect(named.components.schemas).not.toHaveProperty('Paging')
    const query = z.object({ q: z.string(), page: z.string().optional() })
    expect(operationOf({ query })?.parameters).toMatchObject([
      { name: 'q', required: true },
      { name: 'page' },
    ])
  })

  test('keep the name of the path that is in the document', () => {
    const app = calix(
      {},
      route(get('/a/:x'), nothing),
      route(put('/a/:id', { params: t.type({ id: integer }) }), nothing),
    )
    const { paths } = openapi(app, { version: '1.0.0' })
    expect(paths['/a/{x}']?.put?.parameters).toMatchObject([{ name: 'x', schema: { type: 'integer' } }])
  })
})

group('bodies', () => {
  test('are JSON, and required', () => {
    expect(operationOf({ body: t.type({ name: t.string }) })?.requestBody).toMatchObject({
      required: true,
      content: {
        'application/json': {
          schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        },
      },
    })
  })

  test('that may be missing are not', () => {
    const body = t.union([t.type({ name: t.string }), t.undefined])
    expect(operationOf({ body })?.requestBody).not.toHaveProperty('required')
  })

  test('have the types that are accepted; a form holds texts', () => {
    const requestBody = operationOf({
      accepts: ['application/x-www-form-urlencoded', 'application/json; charset=utf-8'],
      body: t.type({ count: integer }),
    })?.requestBody
    expect(requestBody?.content).toMatchObject({
      'application/x-www-form-urlencoded': { schema: { properties: { count: { type: 'integer' } } } },
      'application/json': { schema: { properties: { count: { type: 'string' } } } },
    })
  })

  test('of which only the type is known have no schema', () => {
    expect(operationOf({ accepts: 'text/csv' })?.requestBody).toEqual({ content: { 'text/csv': {} } })
    expect(operationOf({})).not.toHaveProperty('requestBody')
  })
})

group('answers', () => {
  test('of one codec are 200, and of a map what it says', () => {
    const one = operationOf({ returns: t.type({ when: date }) })?.responses
    expect(one?.['200']).toMatchObject({
      description: 'OK',
      content: {
        'application/json': { schema: { properties: { when: { type: 'string', format: 'date-time' } } } },
      },
    })
    const map = operationOf({ returns: { 201: t.type({ id: t.string }), 204: t.undefined } })?.responses
    expect(Object.keys(map ?? {})).toEqual(['201', '204', '500'])
    expect(map?.['204']).toEqual({ description: 'No Content' })
  })

  test('that are texts are no JSON, and what is not there is null', () => {
    const text = operationOf({ returns: t.string })?.responses['200']?.content
    expect(text).toEqual({ 'text/plain': { schema: { type: 'string' } } })
    const names = operationOf({ returns: t.keyof({ a: null, b: null }) })?.responses['200']?.content
    expect(Object.keys(names ?? {})).toEqual(['text/plain'])
    const maybe = operationOf({ returns: t.union([t.number, t.undefined]) })?.responses['200']?.content
    expect(maybe).toEqual({
      'application/json': { schema: { anyOf: [{ type: 'number' }, { type: 'null' }] } },
    })
  })

  test('that nobody declares are 200 without content', () => {
    expect(operationOf({})?.responses['200']).toEqual({ description: expect.stringMatching(/declared/) })
  })
})

group('named codecs', () => {
  test('stand in the document once, however deep they go', () => {
    interface Tree {
      readonly children: ReadonlyArray<Tree>
    }
    const Tree: t.Type<Tree> = t.recursion('Tree', () => t.type({ children: t.readonlyArray(Tree) }))
    const User = t.type({ name: t.string, tree: Tree }, 'User')
    const { components, paths } = documentOf({ body: User, returns: t.array(User) })
    expect(paths['/things']?.post?.requestBody?.content['application/json']?.schema).toEqual({
      $ref: `${REF}User`,
    })
    expect(paths['/things']?.post?.responses['200']?.content?.['application/json']?.schema).toEqual({
      type: 'array',
      items: { $ref: `${REF}User` },
    })
    expect(components.schemas?.Tree).toMatchObject({
      properties: { children: { type: 'array', items: { $ref: `${REF}Tree` } } },
    })
  })
})

group('what is said of routes', () => {
  test('is in their operations, and tags at the top in the order of their use', () => {
    const app = calix(
      {},
      pipe(
        routes(
          route(get('/a', { tags: ['own'], summary: 'A', description: 'More', deprecated: true }), nothing),
          route(get('/b'), nothing),
        ),
        documented({ tags: ['inner', 'own'], description: 'Of the group' }),
        documented({ tags: ['outer'], deprecated: true, description: 'Of no use' }),
      ),
      route(get('/c'), nothing),
    )
    const { paths, tags } = openapi(app, {
      version: '1.0.0',
      tags: [{ name: 'outer', description: 'Around' }],
    })
    expect(paths['/a']?.get).toMatchObject({
      summary: 'A',
      description: 'More',
      deprecated: true,
      tags: ['own', 'inner', 'outer'],
    })
    expect(paths['/b']?.get).toMatchObject({ description: 'Of the group', deprecated: true })
    expect(paths['/c']?.get).not.toHaveProperty('deprecated')
    expect(tags).toEqual([{ name: 'outer', description: 'Around' }, { name: 'own' }, { name: 'inner' }])
  })

  test('is what can be said', () => {
    // @ts-expect-error: there is no such option
    expect(() => documented({ tag: ['a'] })).toThrow("'tag' (did you mean 'tags'?)")
  })
})

test('everything that cannot be documented is said at once: the route, the place, the codec, what to do', () => {
  const Even = t.refinement(t.number, (each) => each % 2 === 0, 'Even')
  const app = calix(
    {},
    route(post('/users/:id', { body: t.type({ items: t.array(t.type({ count: Even })) }) }), nothing),
    route(get('/users', { query: t.string, params: z.object({ nobody: z.string() }) }), nothing),
    route(get('/a', { returns: { 200: t.type({ f: t.Function }) } }), nothing),
  )
  let mistakes: ReadonlyArray<string> = []
  try {
    openapi(app, { version: '1.0.0' })
  } catch (error) {
    if (error instanceof OpenApiError) mistakes = error.mistakes
  }
  expect(mistakes).toHaveLength(4)
  expect(mistakes).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/POST \/users\/:id body.*items.*count.*Even.*describe\(/),
      expect.stringMatching(/GET \/users query.*/),
      expect.stringMatching(/GET \/users params: 'nobody' is no parameter of the path/),
      expect.stringMatching(/GET \/a returns 200.*f.*Function/),
    ]),
  )
})

test('no route, middleware or authorizer is run, and the same app has the same document', () => {
  const limited1 = limited(integer, { minimum: 1 })
  const make = () => documentOf({ query: t.type({ a: limited1 }), body: t.type({ b: t.string }, 'B') })
  expect(JSON.stringify(make())).toBe(JSON.stringify(make()))
})
