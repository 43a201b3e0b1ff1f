import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { client } from '../../client/index.ts'
import { calix, post, route } from '../../src/index.ts'
import { fetchOf } from '../../testing/index.ts'

const FORM = 'application/x-www-form-urlencoded'
const vote = t.type({ name: t.string })

const app = calix(
  {},
  route(post('/form', { accepts: FORM, body: vote }), ({ body }) => body.name),
  route(post('/both', { accepts: [FORM, 'application/json'], body: vote }), ({ body }) => body.name),
  route(post('/patch', { accepts: 'application/merge-patch+json', body: vote }), ({ body }) => body.name),
)
const api = client<typeof app>('http://calix.test', { fetch: fetchOf(app) })

it('a body that only a form may be is sent as one, which the call has to say', async () => {
  expect(
    await api.post('/form', { body: { name: 'Ada B' }, headers: { 'content-type': FORM } }).promise(),
  ).toBe('Ada B')
  const charset = `${FORM};charset=UTF-8` as const
  expect(
    await api.post('/form', { body: { name: 'Ada' }, headers: { 'content-type': charset } }).promise(),
  ).toBe('Ada')
})

it('a body that may be JSON is sent as JSON', async () => {
  expect(await api.post('/both', { body: { name: 'Ada' } }).promise()).toBe('Ada')
})

it('a kind of JSON has to be named too, since the app takes no other', async () => {
  const headers = { 'content-type': 'application/merge-patch+json' } as const
  expect(await api.post('/patch', { body: { name: 'Ada' }, headers }).promise()).toBe('Ada')
  // @ts-expect-error: the client would send application/json.
  await expect(api.post('/patch', { body: { name: 'Ada' } }).promise()).rejects.toMatchObject({ status: 415 })
})
