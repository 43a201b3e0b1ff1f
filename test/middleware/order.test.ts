import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, it } from 'vitest'
import { type App, ConflictError, calix, get, prefix, route, routes, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'
import { ALL, NO_ERROR, tracer } from './trace.ts'

const OPTIONS = { log: () => {} }

const refusal = () => new ConflictError('taken')

/** Every way in which a handler ends in an error. */
const failures: ReadonlyArray<readonly [string, () => unknown]> = [
  ['returns a Left', () => E.left(refusal())],
  ['returns a TaskEither of a Left', () => TE.left(refusal())],
  ['returns an error', refusal],
  ['resolves to an error', async () => refusal()],
  [
    'throws',
    () => {
      throw refusal()
    },
  ],
  ['rejects', () => Promise.reject(refusal())],
]

describe('the order of hooks', () => {
  it('is outermost first on the way in, innermost first on the way out; the last given is the outermost', async () => {
    const { trace, layer, handler } = tracer()
    const app = calix(
      OPTIONS,
      pipe(
        route(
          get('/'),
          handler(() => 'ok'),
        ),
        use(layer('inner', ALL), layer('outer', ALL)),
      ),
    )
    await client(app).get('/')
    expect(trace).toEqual(['outer.before', 'inner.before', 'handler', 'inner.after', 'outer.after'])
  })

  it('is the same by one use of two as by two uses of one', async () => {
    const run = async (wrap: (layers: ReturnType<typeof tracer>) => App) => {
      const layers = tracer()
      await client(wrap(layers)).get('/')
      return layers.trace
    }
    const once = await run(({ layer, handler }) =>
      calix(
        OPTIONS,
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(layer('m', ALL), layer('n', ALL)),
        ),
      ),
    )
    const twice = await run(({ layer, handler }) =>
      calix(
        OPTIONS,
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(layer('m', ALL)),
          use(layer('n', ALL)),
        ),
      ),
    )
    expect(once).toEqual(['n.before', 'm.before', 'handler', 'm.after', 'n.after'])
    expect(twice).toEqual(once)
  })

  it('is app, outer group, group, route, whatever the order of prefix and use', async () => {
    const { trace, layer, handler } = tracer()
    const one = pipe(
      route(
        get('/a'),
        handler(() => 1),
      ),
      use(layer('route', ALL)),
    )
    const other = route(
      get('/b'),
      handler(() => 2),
    )
    const app = pipe(
      calix(
        OPTIONS,
        pipe(routes(one, other), use(layer('group', ALL)), prefix('/v1'), use(layer('outer', ALL))),
      ),
      use(layer('app', ALL)),
    )
    await client(app).get('/v1/a')
    const around = ['app.before', 'outer.before', 'group.before']
    const out = ['group.after', 'outer.after', 'app.after']
    expect(trace).toEqual([...around, 'route.before', 'handler', 'route.after', ...out])
    trace.length = 0
    await client(app).get('/v1/b')
    expect(trace).toEqual([...around, 'handler', ...out])
  })

  it('awaits each hook before the next', async () => {
    const { trace, layer, handler } = tracer()
    const slowly = (word: string) => () => Promise.resolve().then(() => void trace.push(word))
    const app = calix(
      OPTIONS,
      pipe(
        route(
          get('/'),
          handler(() => Promise.resolve(1)),
        ),
        use(
          layer('inner', NO_ERROR),
          layer('slow', NO_ERROR, { before: slowly('in'), after: slowly('out') }),
        ),
      ),
    )
    await client(app).get('/')
    const wanted = ['slow.before', 'in', 'inner.before', 'handler', 'inner.after', 'slow.after', 'out']
    expect(trace).toEqual(wanted)
  })
})

describe.each(failures)('when a handler %s', (_how, fail) => {
  it('every layer sees the answer once: by its onError, or by its after where it has none', async () => {
    const { trace, layer, handler } = tracer()
    const statuses: Array<number | undefined> = []
    const note = ({ response }: { readonly response: { readonly statusCode: number } | undefined }) =>
      void statuses.push(response?.statusCode)
    const app = pipe(
      calix(
        OPTIONS,
        pipe(
          route(get('/'), handler(fail)),
          use(layer('inner', ALL, { onError: note }), layer('outer', NO_ERROR, { after: note })),
        ),
      ),
      use(layer('app', ['onError'], { onError: note })),
    )
    const { status, json } = await client(app).get('/')
    expect(status).toBe(409)
    expect(json).toEqual({ Code: 'ConflictError', Message: 'ConflictError: taken' })
    expect(trace).toEqual([
      ...['outer.before', 'inner.before', 'handler'],
      ...['inner.onError', 'outer.after', 'app.onError'],
    ])
    expect(statuses).toEqual([409, 409, 409])
  })
})
