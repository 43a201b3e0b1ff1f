import { calix, type FailureLog, lambda, NotFoundError, post, provide, response, route, use } from 'calix'
import { date, integer, list, withDefault } from 'calix/codec'
import { client, gateways } from 'calix/testing'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as IO from 'fp-ts/IO'
import * as IOE from 'fp-ts/IOEither'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { serving } from '../local/support/serving.ts'

const Contract = {
  params: t.type({ n: integer }),
  query: t.type({ at: date, tags: withDefault(list(t.string), ['none']) }),
  body: t.type({ name: t.string }),
} as const

const asked = post('/:n', Contract)

const nobody = new NotFoundError('nobody')
const boom = new RangeError('secret')

interface Decoded {
  readonly params: { readonly n: number }
  readonly query: { readonly at: Date; readonly tags: ReadonlyArray<string> }
  readonly body: { readonly name: string }
}

/** What every handler here answers: what it was given. */
const shown = ({ body, params, query }: Decoded) => ({
  ...{ n: params.n + 1, year: query.at.getUTCFullYear(), tags: query.tags, name: body.name },
})
const SHOWN = { n: 8, year: 2026, tags: ['a'], name: 'Ada' }

const failing = (): never => {
  throw nobody
}

const WELL = [
  ['a value', route(asked, shown)],
  ['a promise', route(asked, async (request) => shown(request))],
  ['an Either', route(asked, (request) => E.right(shown(request)))],
  ['a promise of an Either', route(asked, async (request) => E.right(shown(request)))],
  ['an IO', route(asked, (request) => IO.of(shown(request)))],
  ['an IOEither', route(asked, (request) => IOE.right(shown(request)))],
  ['a Task', route(asked, (request) => T.of(shown(request)))],
  ['a TaskEither', route(asked, (request) => TE.right(shown(request)))],
  ['a response(…)', route(asked, (request) => response(shown(request)))],
  ['a TaskEither of a response(…)', route(asked, (request) => TE.right(response(shown(request))))],
  ['a Web Response', route(asked, (request) => Response.json(shown(request)))],
  ['a promise of a Web Response', route(asked, async (request) => Response.json(shown(request)))],
  ['a value beside what is given', pipe(route(asked, shown), use(provide(() => ({ user: 'ada' }))))],
] as const

const ILL = [
  ['a Left', route(asked, () => E.left(nobody))],
  ['a TaskEither of a Left', route(asked, () => TE.left(nobody))],
  ['an error', route(asked, () => nobody)],
  ['a promise of an error', route(asked, async () => nobody)],
  ['a throw', route(asked, failing)],
  ['a rejection', route(asked, async () => failing())],
  ['a Task that rejects', route(asked, () => () => Promise.reject(nobody))],
] as const

const VALID = { query: { at: '2026-11-22', tags: ['a'] }, json: { name: 'Ada' } }

describe.each(gateways)('behind $name, with a contract,', (gateway) => {
  it.each(WELL)('a handler may return %s', async (_, all) => {
    const api = client(calix({}, all), { gateway })
    expect(await api.post('/7', VALID)).toMatchObject({ status: 200, json: SHOWN })
    expect(await api.post('/x', VALID)).toMatchObject({ status: 400, json: { Code: 'InvalidRequestError' } })
  })

  it.each(ILL)('a handler may end in %s', async (_, all) => {
    const api = client(calix({}, all), { gateway })
    expect(await api.post('/7', VALID)).toMatchObject({
      status: 404,
      json: { Code: 'NotFoundError', Message: 'NotFoundError: nobody' },
    })
    expect((await api.post('/x', VALID)).status).toBe(400)
  })
})

describe('with a contract,', () => {
  it('a handler that fails is a logged 500, under its route', async () => {
    const logged: Array<FailureLog> = []
    const app = calix(
      { log: (failure) => logged.push(failure) },
      route(asked, () => Promise.reject(boom)),
    )
    const { status, text } = await client(app).post('/7', VALID)
    expect(status).toBe(500)
    expect(text).not.toContain('secret')
    expect(logged).toEqual([{ error: boom, where: 'POST /:n' }])
  })

  it('a codec that throws is one as well', async () => {
    const logged: Array<FailureLog> = []
    const throwing = new t.Type<string>(
      'Throwing',
      t.string.is,
      () => {
        throw boom
      },
      String,
    )
    const app = calix(
      { log: (failure) => logged.push(failure) },
      route(post('/', { body: t.type({ a: throwing }) }), () => 1),
    )
    const { status, text } = await client(app).post('/', { json: { a: 'b' } })
    expect(status).toBe(500)
    expect(text).not.toContain('secret')
    expect(logged).toEqual([{ error: boom, where: 'POST /' }])
  })

  it('what is there may decode to nothing', async () => {
    const nothing = new t.Type<string | undefined, string | null>(
      'Nothing',
      (value): value is string | undefined => value === undefined || typeof value === 'string',
      (value, context) =>
        value === null
          ? t.success(undefined)
          : typeof value === 'string'
            ? t.success(value)
            : t.failure(value, context),
      (value) => value ?? null,
    )
    const app = calix(
      {},
      route(post('/', { body: nothing }), ({ body }) => ({ kind: typeof body })),
    )
    expect((await client(app).post('/', { json: null })).json).toEqual({ kind: 'undefined' })
    expect((await client(app).post('/', { json: 'a' })).json).toEqual({ kind: 'string' })
  })
})

describe('two requests', () => {
  const Shared = {
    query: t.type({ tags: withDefault(list(t.string), ['none']), nth: integer }),
    body: withDefault(t.type({ deep: t.type({ list: t.array(t.number) }) }), { deep: { list: [] } }),
  } as const
  const seen = new Set<object>()
  const app = calix(
    {},
    route(post('/', Shared), async ({ body, query }) => {
      const { tags, nth } = query
      for (const each of [body, body.deep, body.deep.list, query, tags]) {
        expect(seen.has(each)).toBe(false)
        seen.add(each)
      }
      body.deep.list.push(nth)
      for (let i = 0; i < nth % 5; i++) await Promise.resolve()
      Object.assign(tags, [`${tags[0]} ${nth}`])
      await Promise.resolve()
      return { nth, tags, list: body.deep.list }
    }),
  )
  const answers = Array.from({ length: 50 }, (_, nth) => ({ nth, tags: [`none ${nth}`], list: [nth] }))

  it('share nothing of what is decoded, defaults included', async () => {
    const api = client(app)
    const all = await Promise.all(answers.map(({ nth }) => api.post(`/?nth=${nth}`)))
    expect(all.map(({ json }) => json)).toEqual(answers)
  })

  it('nor over a socket', async () => {
    const { url } = await serving(lambda(app))
    const all = await Promise.all(answers.map(({ nth }) => fetch(`${url}/?nth=${nth}`, { method: 'POST' })))
    expect(await Promise.all(all.map((each) => each.json()))).toEqual(answers)
  })
})
