import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { issuer, keyPair } from './issuer.ts'
import { closed, from, ISSUER, reasonOf, serving } from './key-server.ts'

const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'
const POOL_ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc'

const pair = keyPair()
const published = issuer('key-1', pair).jwks
const text = JSON.stringify(published)

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'calix-keys-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

describe('a place that the settings name', () => {
  test('a file, by its path or its URL', async () => {
    const path = join(folder(), 'jwks.json')
    writeFileSync(path, text)
    for (const place of [path, pathToFileURL(path).href]) {
      expect(await from(place).load()).toEqual({ tag: 'Loaded' })
      expect(await from(place).find('key-1')).toMatchObject({ tag: 'Found' })
      expect(await from(place).find('key-2')).toEqual({ tag: 'Unknown' })
      expect(await from(place).find('__proto__')).toEqual({ tag: 'Unknown' })
    }
  })

  test('a URL', async () => {
    const url = await serving((_, answer) => answer.end(text))
    expect(await from(url).find('key-1')).toMatchObject({ tag: 'Found' })
  })

  test('the ARN of a user pool, or what its tokens call it', async () => {
    const path = join(folder(), 'jwks.json')
    writeFileSync(path, text)
    for (const name of [POOL, POOL_ISSUER])
      expect(await issuerKeys({ sources: { [name]: path } })(POOL_ISSUER).load()).toEqual({ tag: 'Loaded' })
  })

  test('the same keys for the same issuer', () => {
    const keys = issuerKeys({ sources: {} })
    expect(keys(ISSUER)).toBe(keys(ISSUER))
    expect(keys(ISSUER)).not.toBe(keys(POOL_ISSUER))
  })
})

describe('the place where an issuer publishes its keys', () => {
  /** The world as the issuer's pages have it. */
  const world = async (pages: Readonly<Record<string, unknown>>) => {
    const asked: string[] = []
    const url = await serving((request, answer) => {
      const page = pages[String(request.headers['x-page'])]
      answer.writeHead(page === undefined ? 404 : 200).end(JSON.stringify(page))
    })
    return {
      asked,
      fetch: async (page: string | URL | Request, init?: RequestInit) => {
        asked.push(String(page))
        return fetch(url, { ...init, headers: { 'x-page': String(page) } })
      },
    }
  }

  test('of a user pool', async () => {
    const { asked, fetch } = await world({ [`${POOL_ISSUER}/.well-known/jwks.json`]: published })
    expect(await issuerKeys({ sources: {}, fetch })(POOL_ISSUER).load()).toEqual({ tag: 'Loaded' })
    expect(asked).toEqual([`${POOL_ISSUER}/.well-known/jwks.json`])
  })

  const page = 'https://login.example.com/.well-known/openid-configuration'
  const jwks_uri = 'https://keys.example.com/jwks'

  test('of an OpenID provider', async () => {
    const { asked, fetch } = await world({ [page]: { issuer: ISSUER, jwks_uri }, [jwks_uri]: published })
    expect(await issuerKeys({ sources: {}, fetch })(ISSUER).load()).toEqual({ tag: 'Loaded' })
    expect(asked).toEqual([page, jwks_uri])
  })

  test.each([
    ['of another issuer', { issuer: 'https://evil.example.com', jwks_uri }],
    ['of no issuer', { jwks_uri }],
    ['without a place', { issuer: ISSUER }],
    ['of a place without TLS', { issuer: ISSUER, jwks_uri: 'http://keys.example.com/jwks' }],
    ['of a file', { issuer: ISSUER, jwks_uri: 'file:///etc/passwd' }],
    ['of a place that is a list', { issuer: ISSUER, jwks_uri: [jwks_uri] }],
    ['that is a list', [ISSUER]],
    ['that is null', null],
    ['that is not there', undefined],
  ])('a configuration %s', async (_, configuration) => {
    const bare = jwks_uri.replace('https', 'http')
    const { fetch } = await world({ [page]: configuration, [jwks_uri]: published, [bare]: published })
    expect(await issuerKeys({ sources: {}, fetch })(ISSUER).load()).toMatchObject({ tag: 'Unavailable' })
  })
})

describe('what are no keys', () => {
  test.each([
    ['an error', (answer) => answer.writeHead(500).end(text), 'it answered 500'],
    ['no JSON', (answer) => answer.end('<html>'), 'it is no JSON'],
    ['nothing', (answer) => answer.end(), 'it is no JSON'],
    ['a list', (answer) => answer.end('[]'), 'is no key set'],
    ['null', (answer) => answer.end('null'), 'is no key set'],
    ['keys that are none', (answer) => answer.end('{"keys":[1]}'), 'JSON Web Key Set malformed'],
    ['two megabytes', (answer) => answer.end(`"${'a'.repeat(2 ** 21)}"`), 'it is longer than 1048576 bytes'],
    ['half an answer', (answer) => answer.write('{', () => answer.destroy()), 'the keys of'],
    ['no answer', () => {}, 'they did not come within 2 s'],
    ['an answer without end', (answer) => answer.write('{'), 'they did not come within 2 s'],
  ] as ReadonlyArray<readonly [string, (answer: Parameters<RequestListener>[1]) => void, string]>)(
    '%s',
    async (_, respond, why) => {
      const url = await serving((_, answer) => respond(answer))
      const reason = await reasonOf(url)
      expect(reason).toContain(why)
      expect(reason).toMatch(
        /^the keys of https:\/\/login\.example\.com\/ are not to be had: .+ under 'jwks'/,
      )
    },
  )

  test('keys of another place than was asked', async () => {
    const url = await serving((request, answer) =>
      request.url === '/other' ? answer.end(text) : answer.writeHead(302, { location: '/other' }).end(),
    )
    expect(await from(`${url}/other`).load()).toEqual({ tag: 'Loaded' })
    expect(await reasonOf(url)).toContain(`${url} cannot be fetched`)
  })

  test('a file that is not there, a folder, and one that is too long', async () => {
    const path = folder()
    expect(await reasonOf(join(path, 'none.json'))).toContain('ENOENT')
    mkdirSync(join(path, 'folder'))
    expect(await reasonOf(join(path, 'folder'))).toContain('is no file')
    writeFileSync(join(path, 'long.json'), ' '.repeat(2 ** 21))
    expect(await reasonOf(join(path, 'long.json'))).toContain('it is longer than')
  })

  test('a server that is not there', async () => {
    const { port } = new URL(await closed())
    expect(await reasonOf(`http://127.0.0.1:${port}/`)).toContain(
      `http://127.0.0.1:${port}/ cannot be fetched (ECONNREFUSED)`,
    )
  })
})
