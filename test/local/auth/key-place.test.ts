import { describe, expect, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { closed, reasonOf, serving } from './key-server.ts'

describe('a reason has nothing of a place that may be a secret', () => {
  const SECRET = 'hunter2'

  const refusedBy = async (place: string): Promise<string> => {
    const reason = await reasonOf(place)
    expect(reason).not.toContain(SECRET)
    return reason
  }

  test.each([
    [
      'https://user:hunter2@keys.example/jwks',
      'https://keys.example/jwks cannot be fetched with a user name',
    ],
    ['HTTPS://hunter2@keys.example/jwks', 'https://keys.example/jwks cannot be fetched with a user name'],
    ['https://user:hunter2/@keys.example/jwks', 'a malformed URL cannot be read'],
    ['https:user:hunter2/@keys.example', 'a malformed URL cannot be read'],
    ['ftp://user:hunter2@keys.example/jwks', 'ftp://keys.example/jwks cannot be read (ENOENT)'],
    ['file:///nowhere/keys.json?token=hunter2', 'file:///nowhere/keys.json cannot be read (ENOENT)'],
  ])('%s', async (place, why) => {
    expect(await refusedBy(place)).toContain(why)
  })

  test('what a server answers', async () => {
    const url = await serving((request, answer) =>
      request.url?.startsWith('/missing') === true ? answer.writeHead(404).end() : answer.end('{}'),
    )
    expect(await refusedBy(`${url}/jwks?token=${SECRET}`)).toContain(`${url}/jwks is no key set`)
    expect(await refusedBy(`${url}/jwks#${SECRET}`)).toContain(`${url}/jwks is no key set`)
    expect(await refusedBy(`${url}/missing?token=${SECRET}`)).toContain('it answered 404')
  })

  test('a server that is not there', async () => {
    const { port } = new URL(await closed())
    const place = `http://127.0.0.1:${port}/jwks`
    expect(await refusedBy(`${place}?token=${SECRET}`)).toContain(`${place} cannot be fetched (ECONNREFUSED)`)
  })

  test('an issuer', async () => {
    const url = await serving((_, answer) => answer.end('{}'))
    const told = await issuerKeys({ sources: {}, fetch: (_, init) => fetch(url, init) })(
      `https://login.example.com/?key=${SECRET}`,
    ).load()
    expect(told).toMatchObject({ tag: 'Unavailable', reason: expect.not.stringContaining(SECRET) })
  })
})
