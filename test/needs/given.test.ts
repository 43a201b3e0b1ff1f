import { calix, environment, get, lambda, post, provide, route, use } from 'calix'
import { client, fetchOf } from 'calix/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, it } from 'vitest'
import { serving } from '../local/support/serving.ts'

/** A handler that answers with all that it is given. */
const showing = route(get('/'), (_request, needs: object) => ({ ...needs }))

describe('what is given', () => {
  it.each<readonly [string, () => unknown]>([
    ['a record', () => ({ a: 1 })],
    ['a promise', async () => ({ a: 1 })],
    ['an Either', () => E.right({ a: 1 })],
    ['a TaskEither', () => TE.right({ a: 1 })],
    ['a Task', () => T.of({ a: 1 })],
    ['a promise of an Either', async () => E.right({ a: 1 })],
    ['a promise of a TaskEither', async () => TE.right({ a: 1 })],
    ['a Reader', () => (_needs: object) => ({ a: 1 })],
    ['a ReaderTaskEither', () => (_needs: object) => TE.right({ a: 1 })],
    ['a record without a prototype', () => Object.assign(Object.create(null), { a: 1 })],
    ['a frozen record', () => Object.freeze({ a: 1 })],
  ])('reaches the handler, as %s', async (_, give) => {
    const app = calix({}, pipe(showing, use(provide(() => give()))))
    expect((await client(app).get('/')).json).toEqual({ a: 1 })
  })

  it('is merged: inner over outer over the environment', () => {
    const some = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer(), {
      noNullPrototype: true,
    })
    return fc.assert(
      fc.asyncProperty(some, fc.array(some, { maxLength: 4 }), async (env, all) => {
        const providers = all.map((given) => provide(() => given))
        const app = calix({ environment: environment<object>() }, pipe(showing, use(...providers)))
        const { json } = await client(app, { environment: env }).get('/')
        // The last given is the outermost.
        expect(json).toEqual(Object.assign({}, env, ...all.toReversed()))
      }),
    )
  })

  it('is there for those inside, and is what they may be made of', async () => {
    const tenant = provide(({ query }) => ({ tenant: query.tenant ?? 'none' }))
    const user = provide((_request, { tenant }: { tenant: string }) => TE.right({ user: `ada of ${tenant}` }))
    const db = provide((_request, { user }: { user: string }) => (needs: { tenant: string }) => ({
      db: `${needs.tenant} for ${user}`,
    }))
    const app = calix(
      {},
      pipe(
        route(get('/'), (_request, { db, user }: { db: string; user: string }) => ({ db, user })),
        use(db, user),
        use(tenant),
      ),
    )
    expect((await client(app).get('/?tenant=acme')).json).toEqual({
      db: 'acme for ada of acme',
      user: 'ada of acme',
    })
  })

  it('is not there for those outside', async () => {
    const seen: Array<unknown> = []
    const looking = provide((_request, needs: object) => {
      seen.push({ ...needs })
      return { outer: 1 }
    })
    const app = calix(
      {},
      pipe(
        showing,
        use(
          provide(() => ({ inner: 1 })),
          looking,
        ),
      ),
    )
    await client(app).get('/')
    expect(seen).toEqual([{}])
  })

  it('is each request’s own, even where it is changed', async () => {
    const changing = provide((_request, needs: object) => {
      expect(Object.keys(needs)).toEqual(['shared'])
      return { mine: 1 }
    })
    const app = calix(
      { environment: environment<{ shared: number }>() },
      pipe(
        route(get('/'), (_request, needs: object) => Object.keys(Object.assign(needs, { left: 'behind' }))),
        use(changing),
      ),
    )
    const api = client(app, { environment: { shared: 1 } })
    for (let i = 0; i < 3; i++) expect((await api.get('/')).json).toEqual(['shared', 'mine', 'left'])
  })

  it('is never another request’s, however many there are at once', async () => {
    const slowly = provide(async ({ query }) => {
      const nth = Number(query.nth)
      for (let i = 0; i < nth % 7; i++) await Promise.resolve()
      return { outer: nth }
    })
    const then = provide((_request, { outer }: { outer: number }) => async () => {
      for (let i = 0; i < outer % 5; i++) await Promise.resolve()
      return { inner: outer }
    })
    const app = calix(
      {},
      pipe(
        route(get('/'), async ({ query }, needs: { outer: number; inner: number }) => {
          for (let i = 0; i < needs.outer % 3; i++) await Promise.resolve()
          return [Number(query.nth), needs.outer, needs.inner]
        }),
        use(then, slowly),
      ),
    )
    const api = client(app)
    const all = await Promise.all(Array.from({ length: 100 }, (_, nth) => api.get(`/?nth=${nth}`)))
    expect(all.map(({ json }) => json)).toEqual(Array.from({ length: 100 }, (_, nth) => [nth, nth, nth]))
  })
})

describe('the environment', () => {
  interface Db {
    readonly find: (id: string) => string
  }
  const find = route(get('/:id'), ({ params }, { db }: { db: Db }) => ({ found: db.find(params.id) }))
  const save = route(post('/'), (_request, needs: { db: Db }) => {
    const changeable: { db?: unknown; more?: unknown } = needs
    changeable.db = { find: () => 'changed' }
    return 'saved'
  })
  const app = calix({ environment: environment<{ db: Db }>(), log: () => {} }, find, save)
  const db = (name: string): Db => ({ find: (id) => `${id} in ${name}` })

  it('is given once, and another in tests', async () => {
    const environment = { db: db('tests') }
    expect((await client(app, { environment }).get('/7')).json).toEqual({ found: '7 in tests' })
    const answer = await fetchOf(app, { environment })('http://calix.test/7')
    expect(await answer.json()).toEqual({ found: '7 in tests' })
    const { url } = await serving(lambda(app, { db: db('served') }))
    expect(await (await fetch(`${url}/7`)).json()).toEqual({ found: '7 in served' })
  })

  it('cannot be changed by a handler', async () => {
    const given = { db: db('tests') }
    const api = client(app, { environment: given })
    expect((await api.post('/')).status).toBe(500)
    expect((await api.get('/7')).json).toEqual({ found: '7 in tests' })
    expect(Object.isFrozen(given)).toBe(false)
  })

  it('is what it was when the function was made', async () => {
    const given = { db: db('before') }
    const handler = lambda(app, given)
    given.db = db('after')
    expect((await client(handler).get('/7')).json).toEqual({ found: '7 in before' })
  })

  it('may be an object of a class that has all it has itself', async () => {
    class Services {
      readonly db = db('a class')
    }
    const handler = lambda(app, new Services())
    expect((await client(handler).get('/7')).json).toEqual({ found: '7 in a class' })
  })

  it('is no object with methods of a class, which it would lack', () => {
    class Services {
      get db() {
        return db('a class')
      }
    }
    expect(() => lambda(app, new Services())).toThrow(
      /^lambda\(app, …\) takes a record of what the app needs/,
    )
    expect(() => client(app, { environment: new Services() })).toThrow(TypeError)
  })

  it('of two functions of one app is two', async () => {
    const [one, two] = [client(lambda(app, { db: db('one') })), client(lambda(app, { db: db('two') }))]
    const both = await Promise.all([one.get('/7'), two.get('/7'), one.get('/8'), two.get('/8')])
    expect(both.map(({ json }) => json)).toEqual([
      ...[{ found: '7 in one' }, { found: '7 in two' }],
      ...[{ found: '8 in one' }, { found: '8 in two' }],
    ])
  })
})
