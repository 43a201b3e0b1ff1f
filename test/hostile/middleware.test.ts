import {
  type App,
  BadRequestError,
  calix,
  get,
  type Middleware,
  response,
  route,
  UnauthorizedError,
  use,
} from 'calix'
import { compress, cors } from 'calix/middleware'
import { gateways } from 'calix/testing'
import { expect, test } from 'vitest'
import { ledger, sender } from './sender.ts'

const { log } = ledger()

const well: App = calix(
  { log },
  route(get('/'), () => 'well'),
)

const ill: App = calix(
  { log },
  route(get('/'), () => {
    throw new BadRequestError('ill')
  }),
)

/** What a guard gives to refuse a request, as a handler would. */
const REFUSALS: ReadonlyArray<readonly [string, () => unknown]> = [
  ['an error', () => new UnauthorizedError('not you')],
  ['a promise of an error', async () => new UnauthorizedError('not you')],
  ['a Left', () => ({ _tag: 'Left', left: new UnauthorizedError('not you') })],
  ['a Task of a Left', () => async () => ({ _tag: 'Left', left: new UnauthorizedError('not you') })],
]

const UNAUTHORIZED = { Code: 'UnauthorizedError', Message: 'UnauthorizedError: not you' }

for (const hook of ['before', 'after'] as const)
  test.each(REFUSALS)(`what a ${hook} refuses with is no success: %s`, async (_name, refuse) => {
    const { status, json } = await sender(use({ [hook]: refuse })(well)).get('/')
    expect({ status, json }).toEqual({ status: 401, json: UNAUTHORIZED })
  })

/** Answers as Lambda takes them, in which all but the status may be missing. */
const PARTIAL: ReadonlyArray<readonly [string, object]> = [
  ['only a status', { statusCode: 202 }],
  ['no headers', { statusCode: 202, body: 'x' }],
  ['headers that are undefined', { statusCode: 202, headers: undefined, body: 'x' }],
  ['headers that are null', { statusCode: 202, headers: null, body: 'x' }],
  [
    'all but the status null',
    { statusCode: 202, headers: null, multiValueHeaders: null, cookies: null, body: null },
  ],
]

const setting = (value: object) => (request: { response: unknown }) => {
  request.response = { ...value }
}

for (const [name, answer] of PARTIAL)
  test(`an answer with ${name} passes every outer middleware`, async () => {
    const ways: ReadonlyArray<readonly [App, Middleware]> = [
      [well, { before: () => ({ ...answer }) }],
      [well, { after: () => ({ ...answer }) }],
      [well, { after: setting(answer) }],
      [ill, { onError: () => ({ ...answer }) }],
      [ill, { onError: setting(answer) }],
    ]
    for (const [app, middleware] of ways) {
      const { status, headers } = await sender(use(middleware, compress({ threshold: 0 }), cors())(app)).get(
        '/',
        {
          headers: { 'accept-encoding': 'gzip' },
        },
      )
      expect({ status, origin: headers['access-control-allow-origin'] }).toEqual({ status: 202, origin: '*' })
    }
  })

const throwing = (): never => {
  throw new Error('unreadable')
}

test.each([
  ['headers', 'before'],
  ['headers', 'after'],
  ['headers', 'onError'],
  ['statusCode', 'onError'],
  ['body', 'onError'],
] as const)('an answer whose %s throw when they are read is a 500 (%s)', async (part, hook) => {
  const answer = () =>
    Object.defineProperty({ statusCode: 200, headers: {}, body: 'x' }, part, {
      enumerable: true,
      get: throwing,
    })
  const set = (request: { response: unknown }) => {
    request.response = answer()
  }
  for (const app of [well, ill])
    for (const outer of [[], [cors()]]) {
      const guarded = use({ [hook]: hook === 'before' ? answer : set }, ...outer)(app)
      const { status, refusal } = await sender(guarded).get('/')
      expect(refusal).toBeUndefined()
      expect(status).toBe(app === well && hook === 'onError' ? 200 : 500)
    }
})

test('a request that a hook freezes is answered all the same', async () => {
  for (const hook of ['before', 'after', 'onError'])
    for (const app of [well, ill]) {
      const frozen = use({ [hook]: (request: object) => void Object.freeze(request) }, cors())(app)
      const { status, refusal } = await sender(frozen).get('/')
      expect(refusal).toBeUndefined()
      expect([200, 400, 500]).toContain(status)
    }
})

for (const gateway of gateways) {
  test(`a body marked as base64 that is none is not sent as it (${gateway.name})`, async () => {
    const app = use({
      after: ({ response }) => {
        response.body = 'no base64!'
        response.isBase64Encoded = true
      },
    })(well)
    const { status, refusal } = await sender(app, { gateway }).get('/')
    expect({ status, refusal }).toEqual({ status: 500, refusal: undefined })
  })

  test(`headers that are more than a gateway takes are a logged 500 (${gateway.name})`, async () => {
    for (const options of [
      { headers: { 'x-large': 'a'.repeat(7_000_000) } },
      { headers: { 'x-large': Array.from({ length: 7000 }, () => 'a'.repeat(1000)) } },
      { cookies: Array.from({ length: 400 }, (_, index) => `c${index}=${'a'.repeat(20_000)}`) },
    ]) {
      const { entries, log } = ledger()
      const app = calix(
        { log },
        route(get('/'), () => response('small', options)),
      )
      const { status, refusal } = await sender(app, { gateway }).get('/')
      expect({ status, refusal, logged: entries.length }).toEqual({
        status: 500,
        refusal: undefined,
        logged: 1,
      })
    }
  })

  test(`no cookie is lost without a word (${gateway.name})`, async () => {
    const cookies = Array.from({ length: 600 }, (_, index) => `c${index}=1`)
    const app = calix(
      { log },
      route(get('/'), () => response('many', { cookies })),
    )
    const answer = await sender(app, { gateway }).get('/')
    expect(answer.refusal).toBeUndefined()
    if (answer.status !== 500) expect(answer.cookies.toSorted()).toEqual(cookies.toSorted())
  })
}

test.each([
  ['another charset', 'text/plain; charset=iso-8859-1', [0x63, 0xe9]],
  ['UTF-16', 'text/plain; charset=utf-16le', [0xff, 0xfe, 0x41, 0x00]],
  ['a byte order mark', 'text/csv', [0xef, 0xbb, 0xbf, 0x61]],
  ['bytes that are no UTF-8', 'application/json', [0x22, 0xff, 0x22]],
])('the bytes of a Web Response arrive as they are: %s', async (_name, type, bytes) => {
  const app = calix(
    { log },
    route(get('/'), () => new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } })),
  )
  const answer = await sender(app).get('/')
  expect(answer.headers['content-type']).toBe(type)
  expect([...answer.bytes]).toEqual(bytes)
})

/** As little of a promise as `await` takes: its `then` gives nothing back, and tells more than once. */
const thenable = (value: unknown): object =>
  Object.defineProperty({}, 'then', {
    value: (resolve: (value: unknown) => void) => {
      resolve(value)
      resolve(value)
    },
  })

test('a thenable is waited for as await would, by a handler and by hooks, and goes on once', async () => {
  for (const lambdaContext of [{ timeoutMs: Number.POSITIVE_INFINITY }, {}]) {
    const trace: Array<string> = []
    const mark = (name: string) => () => {
      trace.push(name)
      return thenable(undefined)
    }
    const app = calix(
      { log },
      route(get('/'), () => {
        trace.push('handler')
        return thenable({ waited: true })
      }),
    )
    const inner = use({ before: mark('before'), after: mark('after') })(app)
    const outer = use({ after: () => void trace.push('outer') })(inner)
    const { status, json } = await sender(outer, { lambdaContext }).get('/')
    expect({ status, json }).toEqual({ status: 200, json: { waited: true } })
    expect(trace).toEqual(['before', 'handler', 'after', 'outer'])
  }
})
