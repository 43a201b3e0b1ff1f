import { calix, get, post, provide, route, type StandardSchema, use } from 'calix'
import { integer } from 'calix/codec'
import { client } from 'calix/testing'
import { describe, expect, it } from 'vitest'
import { pipe } from '#fp/function'
import * as t from '#io-ts'

describe('a name that objects inherit by', () => {
  const seen = ({ query }: { readonly query: object }) => ({
    inherited: Object.getPrototypeOf(query) === Object.prototype || Object.getPrototypeOf(query) === null,
    names: Object.keys(query),
  })
  it.each([
    ['a record', t.type({ page: integer })],
    ['an exact one', t.exact(t.type({ page: integer }))],
    ['an intersection', t.intersection([t.type({ page: integer }), t.partial({ size: integer })])],
  ])('in a query changes nothing of what %s decodes to', async (_name, query) => {
    const app = calix({}, route(get('/', { query }), seen))
    const { json } = await client(app).get('/?page=1&__proto__=a&__proto__=b')
    expect(json).toEqual({ inherited: true, names: ['page'] })
  })
})

describe('what is wrong with a body', () => {
  type Comment = { text: string; replies: Array<Comment> } | { deleted: true; replies: Array<Comment> }
  const Comment: t.Type<Comment> = t.recursion('Comment', () => {
    const replies = t.array(Comment)
    return t.union([t.type({ text: t.string, replies }), t.type({ deleted: t.literal(true), replies })])
  })
  const wrong = (levels: number): object =>
    levels === 0 ? { text: 1 } : { text: 'x', replies: [wrong(levels - 1)] }

  it('is found in unions in unions without looking into any of it twice', async () => {
    let looks = 0
    type Counted = { a: string; inside: string | Counted } | { b: string; inside: string | Counted }
    const Counted: t.Type<Counted> = t.recursion('Counted', () => {
      const leaf = new t.Type<string>(
        'leaf',
        t.string.is,
        (value, context) => {
          looks += 1
          return t.failure(value, context)
        },
        t.identity,
      )
      const inside = t.union([leaf, Counted])
      return t.union([t.type({ a: t.string, inside }), t.type({ b: t.string, inside })])
    })
    const nested = (levels: number): object => ({ a: '', inside: levels === 0 ? 'x' : nested(levels - 1) })
    const app = calix(
      {},
      route(post('/', { body: Counted }), () => 'answered'),
    )
    const looksAt = async (levels: number): Promise<number> => {
      looks = 0
      const { status } = await client(app).post('/', { json: nested(levels) })
      expect(status).toBe(400)
      return looks
    }
    const [shallow, deep] = [await looksAt(4), await looksAt(8)]
    expect(shallow).toBeGreaterThan(0)
    // Four more levels that doubled it each would be 16 times as many.
    expect(deep / shallow).toBeLessThan(8)
  })

  it('is named at its place in each member of a union', async () => {
    const app = calix(
      {},
      route(post('/', { body: Comment }), () => 'answered'),
    )
    const { json } = await client(app).post('/', { json: wrong(3) })
    const place = ['replies', 0, 'replies', 0, 'replies', 0]
    expect(json).toMatchObject({
      Issues: [
        { path: [...place, 'text'], expected: 'string' },
        { path: [...place, 'replies'], expected: 'array' },
      ],
    })
  })
})

describe('a part that is decoded later than another one throws', () => {
  it('may fail without anybody waiting for it', async () => {
    const seen: Array<unknown> = []
    const see = (reason: unknown): void => void seen.push(reason)
    process.on('unhandledRejection', see)
    let failed = (): void => {}
    const failure = new Promise<void>((resolve) => {
      failed = resolve
    })
    const query: StandardSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: async () => {
          setImmediate(failed)
          await Promise.resolve()
          throw new Error('The database is away')
        },
      },
    }
    const app = calix(
      {},
      route(post('/', { query, body: t.type({ a: t.string }) }), () => 'answered'),
    )
    const { status } = await client(app).post('/', {
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    await failure
    // Node tells of it once the microtasks are done.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', see)
    expect([status, seen]).toEqual([400, []])
  })
})

describe('a message of a codec of one’s own', () => {
  it('that repeats the value in letters of another case is not sent', async () => {
    const Code = new t.Type(
      'Code',
      t.string.is,
      (value, context) => t.failure(value, context, `no code: ${String(value).toUpperCase()}`),
      t.identity,
    )
    const app = calix(
      {},
      route(post('/', { body: t.type({ a: Code }) }), () => 'answered'),
    )
    const { text } = await client(app).post('/', { json: { a: 'confidential' } })
    expect(text.toLowerCase()).not.toContain('confidential')
  })
})

describe('a type that only ends like JSON', () => {
  it.each([
    ['image/svg+json', 415],
    ['application/vnd.api+json', 200],
  ])('is answered before decoding: %s', async (type, expected) => {
    const app = calix(
      {},
      route(post('/', { body: t.type({ a: t.string }) }), ({ body }) => body),
    )
    const { status } = await client(app).post('/', { headers: { 'content-type': type }, body: '{"a":"x"}' })
    expect(status).toBe(expected)
  })
})

describe('a body that decodes to nothing', () => {
  it('is nothing to its handler', async () => {
    const Nothing = new t.Type<undefined, null, unknown>(
      'null',
      t.undefined.is,
      (value, context) => (value === null ? t.success(undefined) : t.failure(value, context)),
      () => null,
    )
    const app = calix(
      {},
      route(post('/', { body: Nothing }), ({ body }) => ({ kind: typeof body })),
    )
    const { json } = await client(app).post('/', { json: null })
    expect(json).toEqual({ kind: 'undefined' })
  })
})

describe('a provider that stands around a route twice', () => {
  it('is asked once, and gives at its inner place what another one has put over it', async () => {
    let asked = 0
    const person = provide(() => {
      asked += 1
      return { user: { name: 'Ada' } }
    })
    const other = provide(() => ({ user: 'text', tenant: 't' }))
    const me = route(
      get('/me'),
      (_request, { tenant, user }: { tenant: string; user: { name: string } }) => ({
        tenant,
        name: user.name,
      }),
    )
    const app = calix({}, pipe(me, use(person), use(other), use(person)))
    const { json } = await client(app).get('/me')
    expect(json).toEqual({ tenant: 't', name: 'Ada' })
    expect(asked).toBe(1)
  })
})
