import { calix, get, post, type Request, route } from 'calix'
import { gateways } from 'calix/testing'
import { afterEach, expect, test } from 'vitest'
import { sender } from './sender.ts'

/** Names that every object has from its prototype, or reaches it by. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']

const untouched = Object.getOwnPropertyNames(Object.prototype).sort()

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched)
  expect(Object.getOwnPropertyDescriptor({}, 'polluted')).toBeUndefined()
  expect('polluted' in {}).toBe(false)
})

const inherited = (values: object): ReadonlyArray<PropertyKey> => {
  const prototype: unknown = Object.getPrototypeOf(values)
  return typeof prototype === 'object' && prototype !== null
    ? [...Reflect.ownKeys(prototype), ...inherited(prototype)]
    : []
}

/** Values as a list of entries, so that `__proto__` shows, and what they have beside their own. */
const shown = (values: object) => ({
  entries: Object.entries(values),
  inherited: inherited(values).map(String),
})

const parts = (request: Request) => ({
  params: shown(request.params),
  query: shown(request.query),
  queryAll: shown(request.queryAll),
  headers: shown(request.headers),
  cookies: shown(request.cookies),
  stageVars: shown(request.stageVars),
})

const app = calix(
  {},
  route(get('/'), parts),
  route(get('/of/:__proto__/:constructor/:prototype'), parts),
  route(post('/'), ({ body }) =>
    typeof body === 'object' && body !== null ? Object.entries(body) : { body },
  ),
)

for (const gateway of gateways) {
  const to = sender(app, { gateway, stageVariables: Object.fromEntries(NAMES.map((name) => [name, 'seen'])) })

  test(`names of the prototype are names like any other in a request (${gateway.name})`, async () => {
    const headers = Object.fromEntries(NAMES.map((name) => [name, 'seen']))
    const query = NAMES.map((name) => `${name}=first&${name}=seen`).join('&')
    const cookie = NAMES.map((name) => `${name}=seen`).join('; ')
    const { json, status } = await to.get(`/?${query}`, {
      headers: { ...headers, ['__proto__']: 'seen', cookie },
    })
    expect(status).toBe(200)
    const request = json as ReturnType<typeof parts>
    const each = NAMES.map((name) => [name, 'seen'])
    // A load balancer without multi-value headers sends the last value of a parameter, and no other gateway loses one.
    const all = gateway.name === 'alb' ? ['seen'] : ['first', 'seen']
    expect(request.query.entries.toSorted()).toEqual(each.toSorted())
    expect(request.queryAll.entries.toSorted()).toEqual(NAMES.map((name) => [name, all]).toSorted())
    expect(request.cookies.entries).toEqual(each)
    expect(request.headers.entries).toEqual(
      expect.arrayContaining(each.map(([name, value]) => [name?.toLowerCase(), value])),
    )
    for (const part of Object.values(request)) expect(part.inherited).toEqual([])
  })

  test(`names of the prototype are names like any other in a path (${gateway.name})`, async () => {
    const { json } = await to.get('/of/a/b/__proto__')
    expect((json as ReturnType<typeof parts>).params).toEqual({
      entries: [
        ['__proto__', 'a'],
        ['constructor', 'b'],
        ['prototype', '__proto__'],
      ],
      inherited: [],
    })
  })

  test(`a form's fields may have names of the prototype (${gateway.name})`, async () => {
    const { json } = await to.post('/', {
      body: `${NAMES.map((name) => `${name}=seen`).join('&')}&__proto__[polluted]=yes&constructor.prototype.polluted=yes`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(json).toEqual([
      ...NAMES.map((name) => [name, 'seen']),
      ['__proto__[polluted]', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
    ])
  })
}

const sendJson = (body: string) =>
  sender(app).post('/', { body, headers: { 'content-type': 'application/json' } })

test.each([
  '{"__proto__":{"polluted":true}}',
  '{"a":[{"b":{"__proto__":{"polluted":true}}}]}',
  '{"\\u005f_proto__":{"polluted":true}}',
  '{"_\\u005Fproto\\u005F_":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"c\\u006fnstructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":null}',
  '[{"__proto__":1}]',
])('JSON that aims at a prototype is refused: %s', async (body) => {
  const { status, json } = await sendJson(body)
  expect(status).toBe(400)
  expect(json).toEqual({ Code: 'BadRequestError', Message: 'BadRequestError: Error Parsing JSON' })
})

test.each([
  ['{"constructor":"Ford"}', [['constructor', 'Ford']]],
  ['{"prototype":{"polluted":true}}', [['prototype', { polluted: true }]]],
  [
    '{"toString":1,"hasOwnProperty":2}',
    [
      ['toString', 1],
      ['hasOwnProperty', 2],
    ],
  ],
  ['{"said":"__proto__"}', [['said', '__proto__']]],
])('JSON with a name that only looks like it is taken as it is: %s', async (body, entries) => {
  const { status, json } = await sendJson(body)
  expect({ status, json }).toEqual({ status: 200, json: entries })
})

test("a path, a method and an encoding with a prototype's name find nothing there", async () => {
  const to = sender(app)
  for (const name of NAMES) {
    expect((await to.get(`/${name}`)).status).toBe(404)
    expect((await to.request(name, '/')).status).toBe(405)
    const encoded = await to.post('/', { json: 1, headers: { 'content-encoding': name } })
    expect(encoded.status).toBe(415)
  }
})
