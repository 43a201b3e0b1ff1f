import {
  authorize,
  BadRequestError,
  calix,
  environment,
  type FailureLog,
  get,
  jwt,
  NotFoundError,
  post,
  provide,
  response,
  route,
  type TokenIdentity,
  use,
} from 'calix'
import { integer } from 'calix/codec'
import { client, fetchOf, gateways, httpApi } from 'calix/testing'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Reader'
import * as RE from 'fp-ts/ReaderEither'
import * as RT from 'fp-ts/ReaderTask'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

interface Db {
  readonly find: (id: number) => string | undefined
}

const found = (db: Db, id: number) =>
  pipe(
    db.find(id),
    E.fromNullable(new NotFoundError(String(id))),
    E.map((name) => ({ name })),
  )

const ById = { params: t.type({ id: integer }) }

const byReader = route(get('/reader/:id', ById), ({ params }) =>
  pipe(
    R.ask<{ readonly db: Db }>(),
    R.map(({ db }) => ({ name: db.find(params.id) ?? 'nobody' })),
  ),
)
const byReaderEither = route(get('/either/:id', ById), ({ params }) =>
  pipe(
    RE.ask<{ readonly db: Db }>(),
    RE.chainEitherKW(({ db }) => found(db, params.id)),
  ),
)
const byReaderTask = route(get('/task/:id', ById), ({ params }) =>
  pipe(
    RT.ask<{ readonly db: Db }>(),
    RT.map(({ db }) => ({ name: db.find(params.id) ?? 'nobody' })),
  ),
)
const byReaderTaskEither = route(get('/task-either/:id', ById), ({ params }) =>
  pipe(
    RTE.ask<{ readonly db: Db }>(),
    RTE.chainEitherKW(({ db }) => found(db, params.id)),
  ),
)
const byParameter = route(get('/parameter/:id', ById), ({ params }, { db }: { readonly db: Db }) =>
  found(db, params.id),
)
const byBoth = route(get('/both/:id', ById), ({ params }, { db }: { readonly db: Db }) =>
  pipe(
    RTE.asks(({ suffix }: { readonly suffix: string }) => suffix),
    RTE.chainEitherKW((suffix) =>
      pipe(
        found(db, params.id),
        E.map(({ name }) => ({ name: `${name}${suffix}` })),
      ),
    ),
  ),
)

const app = calix(
  { environment: environment<{ readonly db: Db; readonly suffix: string }>() },
  byReader,
  byReaderTask,
  byReaderEither,
  byReaderTaskEither,
  byParameter,
  byBoth,
)

const db: Db = { find: (id) => (id === 7 ? 'Ada' : undefined) }

describe.each(gateways)('behind $name', (gateway) => {
  const api = client(app, { gateway, environment: { db, suffix: '' } })

  it.each(['reader', 'either', 'task', 'task-either', 'parameter', 'both'])('/%s answers', async (way) => {
    expect(await api.get(`/${way}/7`)).toMatchObject({ status: 200, json: { name: 'Ada' } })
  })

  it.each(['either', 'task-either', 'parameter', 'both'])('/%s fails as it says', async (way) => {
    expect(await api.get(`/${way}/8`)).toMatchObject({ status: 404, json: { Code: 'NotFoundError' } })
  })

  it('is not asked where the request is invalid', async () => {
    expect(await api.get('/task-either/x')).toMatchObject({
      status: 400,
      json: { Code: 'InvalidRequestError' },
    })
  })
})

describe('a Reader', () => {
  it('is given what providers, authorizers and the environment give', async () => {
    const users = jwt({ issuer: 'https://issuer.example.com', audience: 'a' })
    const tenant = provide(({ headers }) => RTE.of({ tenant: headers['x-tenant'] ?? 'none' }))
    type Needs = { readonly tenant: string; readonly identity: TokenIdentity; readonly db: Db }
    const app = calix(
      { environment: environment<{ readonly db: Db }>() },
      pipe(
        route(get('/'), () =>
          RTE.asks(({ db, identity, tenant }: Needs) => [tenant, identity.claims.sub, db.find(7)]),
        ),
        use(tenant),
        authorize(users),
      ),
    )
    const { json } = await client(app, { gateway: httpApi, environment: { db } }).get('/', {
      headers: { 'x-tenant': 'acme' },
      identity: { claims: { sub: 'ada' }, scopes: [] },
    })
    expect(json).toEqual(['acme', 'ada', 'Ada'])
  })

  it('runs once for each request', async () => {
    const runs: Array<number> = []
    const app = calix(
      { environment: environment<{ readonly step: number }>() },
      route(
        get('/'),
        () =>
          ({ step }: { readonly step: number }) =>
          async () =>
            E.right(runs.push(step)),
      ),
    )
    const api = client(app, { environment: { step: 3 } })
    expect([(await api.get('/')).json, (await api.get('/')).json]).toEqual([1, 2])
    expect(runs).toEqual([3, 3])
  })

  it('may answer with a response(…), a web Response, and what its contract encodes', async () => {
    const app = calix(
      { environment: environment<{ readonly n: number }>() },
      route(get('/response'), () =>
        RTE.asks(({ n }: { readonly n: number }) => response({ n }, { status: 201 })),
      ),
      route(get('/web'), () => RTE.asks(({ n }: { readonly n: number }) => new Response(`web ${n}`))),
      route(get('/returns', { returns: t.type({ n: integer }) }), () =>
        RTE.asks(({ n }: { readonly n: number }) => ({ n })),
      ),
    )
    const api = client(app, { environment: { n: 7 } })
    expect(await api.get('/response')).toMatchObject({ status: 201, json: { n: 7 } })
    expect(await api.get('/web')).toMatchObject({ status: 200, text: 'web 7' })
    expect(await api.get('/returns')).toMatchObject({ status: 200, json: { n: '7' } })
  })

  it('that throws or rejects is a logged 500', async () => {
    const logged: Array<FailureLog> = []
    const boom = new Error('secret')
    const app = calix(
      { log: (failure) => logged.push(failure) },
      route(get('/throws'), () => (): never => {
        throw boom
      }),
      route(get('/rejects'), () => () => Promise.reject(boom)),
      route(get('/tries'), () =>
        TE.tryCatch(
          () => Promise.reject(boom),
          () => new BadRequestError('tried'),
        ),
      ),
    )
    const api = client(app)
    for (const path of ['/throws', '/rejects']) {
      const { status, text } = await api.get(path)
      expect(status).toBe(500)
      expect(text).not.toContain('secret')
    }
    expect(logged).toEqual(['/throws', '/rejects'].map((path) => ({ error: boom, where: `GET ${path}` })))
    expect((await api.get('/tries')).status).toBe(400)
  })
})

describe('a plain Task', () => {
  it('takes no needs and runs as ever', async () => {
    const app = calix(
      {},
      route(post('/'), () => TE.right('done')),
    )
    expect(await (await fetchOf(app)('http://calix.test/', { method: 'POST' })).text()).toBe('done')
  })
})
