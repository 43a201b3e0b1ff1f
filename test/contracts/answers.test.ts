import { calix, type FailureLog, get, response, route } from 'calix'
import { client, gateways } from 'calix/testing'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ada, appOf, claimed, Known, User, WRITTEN } from './answering.ts'

const app = appOf({})

describe.each(gateways)('behind $name, an answer', (gateway) => {
  const api = client(app, { gateway })

  it.each(['value', 'promise', 'either', 'task-either', 'task-response', 'map'])(
    'of /%s is encoded',
    async (path) => {
      const { headers, json, status } = await api.get(`/${path}`)
      expect({ status, json, type: headers['content-type'] }).toEqual({
        ...{ status: 200, json: WRITTEN, type: 'application/json' },
      })
    },
  )

  it('keeps its status, headers and cookies', async () => {
    const answer = await api.get('/response')
    expect(answer).toMatchObject({ status: 203, json: WRITTEN, cookies: ['c=d'] })
    expect(answer.headers).toMatchObject({ 'x-a': 'b' })
  })

  it('has the codec of its status', async () => {
    expect(await api.post('/map')).toMatchObject({ status: 201, text: 'made' })
    expect(await api.del('/map')).toMatchObject({ status: 204, text: '' })
  })

  it('of a HEAD is checked as that of the GET, and has no body', async () => {
    expect(await api.head('/value')).toMatchObject({ status: 200, text: '' })
    expect((await api.get('/text')).headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('has no field that is not declared, where they are stripped', async () => {
    expect((await api.get('/strip')).json).toEqual({ name: 'Ada' })
    expect((await api.get('/schema-strip/1')).json).toEqual({ n: 1 })
  })

  it('of a Standard Schema that takes its time is waited for', async () => {
    expect(await api.get('/schema/1')).toMatchObject({ status: 200, json: { n: 1 } })
  })

  it.each([
    ['/left', 404, '{"Code":"NotFoundError","Message":"NotFoundError: nobody"}'],
    ['/thrown', 404, '{"Code":"NotFoundError","Message":"NotFoundError: nobody"}'],
    ['/moved', 302, 'elsewhere'],
    ['/web', 200, 'anything'],
    ['/nothing', 200, 'null'],
    ['/none', 404, '{"Code":"NotFoundError","Message":"NotFoundError: /none"}'],
  ] as const)('that no codec is about is sent as it is: %s', async (path, status, text) => {
    const answer = await api.get(path)
    expect(answer.status).toBe(status)
    if (path !== '/none') expect(answer.text).toBe(text)
  })
})

describe('an answer whose body comes later', () => {
  it('is encoded when it is there', async () => {
    const app = calix(
      { log: () => {} },
      route(get('/well', { returns: User }), () => claimed<typeof ada>(response(Promise.resolve(ada)))),
      route(get('/ill', { returns: User }), () => claimed<typeof ada>(response(Promise.resolve(7)))),
      route(get('/map', Known), () =>
        claimed<typeof ada>(response(Promise.resolve('made'), { status: 201 })),
      ),
    )
    const api = client(app)
    expect(await api.get('/well')).toMatchObject({ status: 200, json: WRITTEN })
    expect(await api.get('/ill')).toMatchObject({ status: 500 })
    expect(await api.get('/map')).toMatchObject({ status: 201, text: 'made' })
  })

  const never = new Promise<never>(() => {})
  const slow = z.string().refine(() => never)

  it.each([
    ['of a handler', route(get('/', { returns: t.string }), () => never)],
    ['of a Task', route(get('/', { returns: t.string }), () => () => never)],
    ['of a response(…)', route(get('/', { returns: t.string }), () => claimed<string>(response(never)))],
    ['of a check', route(get('/', { returns: slow }), () => 'text')],
    ['of what it is asked with', route(get('/', { query: z.object({}).refine(() => never) }), () => 'text')],
  ] as const)('and never does is a 504 before Lambda ends the invocation: %s', async (_, all) => {
    const logged: Array<FailureLog> = []
    const app = calix({ log: (failure) => logged.push(failure) }, all)
    expect((await client(app, { lambdaContext: { timeoutMs: 200 } }).get('/')).status).toBe(504)
    expect(logged.length).toBe(1)
  })
})
