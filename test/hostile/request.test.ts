import { calix, get, post, type Request, route } from 'calix'
import { client } from 'calix/testing'
import { expect, test } from 'vitest'

/** What each attempt to change a request comes to. */
const attempts = (request: Request): Record<string, boolean> => {
  const fails = (change: () => unknown): boolean => {
    try {
      change()
      return false
    } catch {
      return true
    }
  }
  // The types forbid all of this; JavaScript does not have them.
  const loose = request as unknown as Record<string, Record<string, Array<string>>>
  return {
    own: fails(() => Object.assign(request, { own: 1 })),
    params: fails(() => Object.assign(request.params, { id: 'other' })),
    query: fails(() => Object.assign(request.query, { a: 'other' })),
    list: fails(() => loose.queryAll?.a?.push('other')),
    headers: fails(() => Object.assign(request.headers, { a: 'other' })),
    cookies: fails(() => Object.assign(request.cookies, { a: 'other' })),
  }
}

test('a request cannot be changed', async () => {
  const app = calix({}, route(get('/:id'), attempts))
  const { json } = await client(app).get('/1?a=1', { headers: { a: '1' }, cookies: { a: '1' } })
  expect(json).toEqual({ own: true, params: true, query: true, list: true, headers: true, cookies: true })
})

test('toJSON may be taken out of the request', async () => {
  const app = calix(
    {},
    route(get('/'), ({ toJSON }) => toJSON()),
  )
  expect((await client(app).get('/')).json).toMatchObject({ method: 'GET', path: '/' })
})

test("the bytes of a body are the request's own, out of no pool that others share", async () => {
  const app = calix(
    {},
    route(post('/'), ({ rawBody }) => {
      const copy = rawBody.slice()
      copy[0] = 0
      return [rawBody.buffer.byteLength, [...rawBody], [...copy]]
    }),
  )
  for (const body of ['hi', Uint8Array.of(104, 105)])
    expect((await client(app).post('/', { body })).json).toEqual([2, [104, 105], [0, 105]])
})

test('a byte order mark before JSON is ignored', async () => {
  const app = calix(
    {},
    route(post('/'), ({ body }) => body),
  )
  const headers = { 'content-type': 'application/json' }
  expect((await client(app).post('/', { body: '\ufeff{"a":1}', headers })).json).toEqual({ a: 1 })
})
