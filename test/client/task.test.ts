import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { ClientError, type ClientTask, RouteError } from '../../client/index.ts'
import { calix, get, NotFoundError, route } from '../../src/index.ts'
import { fetchOf } from '../../testing/index.ts'
import { untyped } from './untyped.ts'

const counting = () => {
  let count = 0
  const app = calix(
    {},
    route(get('/count'), () => {
      count += 1
      return { count }
    }),
    route(get('/none'), () => new NotFoundError('none')),
  )
  return { api: untyped('http://calix.test', { fetch: fetchOf(app) }), count: () => count }
}

describe('a call', () => {
  it('is sent when it is run, and each time anew', async () => {
    const { api, count } = counting()
    const task = api.get('/count')
    expect(count()).toBe(0)
    expect(await task()).toEqual(E.right({ count: 1 }))
    expect(await task.promise()).toEqual({ count: 2 })
    const { promise } = task
    expect(await promise()).toEqual({ count: 3 })
  })

  it('is a TaskEither to fp-ts', async () => {
    const { api } = counting()
    const told = (path: string) =>
      pipe(
        api.get(path),
        TE.map((answer) => JSON.stringify(answer)),
        TE.match(
          (error) => `${error.name}: ${error.message}`,
          (text) => text,
        ),
      )()
    expect(await told('/count')).toBe('{"count":1}')
    expect(await told('/none')).toBe('RouteError: none')
    expect(E.isRight(await api.get('/count')())).toBe(true)
    expect(E.isLeft(await api.get('/none')())).toBe(true)
    const both = TE.sequenceArray([api.get('/count'), api.get('/count')])
    expect(await both()).toEqual(E.right([{ count: 3 }, { count: 4 }]))
    expectTypeOf<ClientTask<ClientError, number>>().toExtend<TE.TaskEither<ClientError, number>>()
  })

  it('as a promise rejects with the Left', async () => {
    const { api } = counting()
    await expect(api.get('/none').promise()).rejects.toBeInstanceOf(RouteError)
    await expect(api.get('/none').promise()).rejects.toMatchObject({ status: 404, message: 'none' })
    await expect(api.get('/:id').promise()).rejects.toBeInstanceOf(ClientError)
  })
})

describe('a fetch', () => {
  it('is called as a function of its own', async () => {
    const seen: Array<unknown> = []
    async function fetch(this: unknown): Promise<Response> {
      seen.push(this)
      return Response.json({})
    }
    expect(await untyped('http://calix.test', { fetch }).get('/').promise()).toEqual({})
    expect(seen).toEqual([undefined])
  })

  it('need answer no more than what is read', async () => {
    const fetch = async () => ({
      status: 200,
      headers: new Map([['Content-Type', 'application/json']]),
      text: async () => '{"a":1}',
      arrayBuffer: async () => new ArrayBuffer(),
    })
    expect(await untyped('', { fetch }).get('/').promise()).toEqual({ a: 1 })
  })

  it('gets what it needs and nothing that is not there', async () => {
    const fetch = async (url: string, init: object) =>
      Response.json({ url, names: Object.keys(init).sort(), init })
    const api = untyped('/api', { fetch })
    expect(await api.get('/').promise()).toEqual({
      url: '/api/',
      names: ['headers', 'method'],
      init: { method: 'GET', headers: {} },
    })
    const { signal } = new AbortController()
    expect(await api.post('/', { body: 1, signal }).promise()).toMatchObject({
      names: ['body', 'headers', 'method', 'signal'],
    })
  })
})
