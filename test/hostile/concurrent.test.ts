import { setImmediate as turn } from 'node:timers/promises'
import { calix, type MiddlewareRequest, post, type Request, route, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import { gateways } from 'calix/testing'
import { expect, test } from 'vitest'
import { sender } from './sender.ts'

const COUNT = 200

/** Opens when so many have come: then all of them are inside at once. */
const gate = (count: number) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = count
  return () => {
    left -= 1
    if (left === 0) resolve()
    return promise
  }
}

const seen = ({ params, query, headers, cookies, body, rawBody, rawPath, lambdaContext }: Request) => ({
  param: params.id,
  query: query.id,
  header: headers['x-id'],
  cookie: cookies.id,
  body,
  raw: Buffer.from(rawBody).toString(),
  path: rawPath.split('/').at(-1),
  sameContext: typeof lambdaContext.getRemainingTimeInMillis,
})

for (const gateway of gateways)
  test(`200 requests at once each see their own data (${gateway.name})`, async () => {
    const allIn = gate(COUNT)
    const allOut = gate(COUNT)
    const remember = {
      before: async ({ event, internal }: MiddlewareRequest) => {
        internal.id = event.headers['x-id']
        await turn()
      },
      after: async ({ internal, response }: MiddlewareRequest) => {
        await allOut()
        if (response) response.headers['x-kept'] = String(internal.id)
      },
    }
    const app = calix(
      { log: () => undefined },
      route(post('/of/:id'), async (request) => {
        const first = seen(request)
        await allIn()
        for (let times = 0; times < Number(request.params.id) % 7; times++) await turn()
        return { first, second: seen(request), large: request.params.id.padEnd(2000, '.') }
      }),
    )
    const to = sender(use(remember, compress(), cors())(app), { gateway })
    const send = async (id: string) => {
      const response = await to.post(`/of/${id}`, {
        query: { id },
        headers: { 'x-id': id },
        cookies: { id },
        json: { id },
      })
      return { kept: response.headers['x-kept'], ...Object(response.json) }
    }
    const ids = Array.from({ length: COUNT }, (_, index) => String(index))
    const answers = await Promise.all(ids.map(send))
    const own = (id: string) => ({
      ...{ param: id, query: id, header: id, cookie: id, body: { id }, raw: `{"id":"${id}"}`, path: id },
      sameContext: 'function',
    })
    expect(answers).toEqual(
      ids.map((id) => ({ kept: id, first: own(id), second: own(id), large: id.padEnd(2000, '.') })),
    )
  })

test('what a handler does to its request does not reach the next', async () => {
  const app = calix(
    {},
    route(post('/:id'), (request) => {
      const before = { ...request.params, ...request.query }
      const change = (values: object) => {
        try {
          Object.assign(values, { leaked: 'yes' })
        } catch {
          // Frozen is fine as well.
        }
      }
      for (const values of [
        request.params,
        request.query,
        request.headers,
        request.cookies,
        request.stageVars,
      ])
        change(values)
      return before
    }),
    route(post('/'), (request) => {
      const before = { ...request.params, ...request.stageVars }
      Reflect.set(request.params, 'leaked', 'yes')
      return before
    }),
  )
  const to = sender(app)
  for (const id of ['1', '2']) expect((await to.post(`/${id}`)).json).toEqual({ id })
  for (const _ of ['1', '2']) expect((await to.post('/')).json).toEqual({})
})
