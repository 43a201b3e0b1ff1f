import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { issuer, keyPair } from './issuer.ts'

const ISSUER = 'https://login.example.com/'
const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'
const POOL_ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc'

const pair = keyPair()
const published = issuer('key-1', pair).jwks
const text = JSON.stringify(published)

const serving = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'calix-keys-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const clock = () => {
  let time = Date.parse('2026-11-22T12:00:00Z')
  return {
    now: () => new Date(time),
    pass: (ms: number) => {
      time += ms
    },
  }
}

/** The keys of the issuer from one place. */
const from = (place: string) => issuerKeys({ sources: { [ISSUER]: place } })(ISSUER)

const reasonOf = async (place: string): Promise<string> => {
  const keys = from(place)
  const loaded = await keys.load()
  expect(await keys.find('key-1')).toEqual(loaded)
  return loaded.tag === 'Unavailable' ? loaded.reason : ''
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
    expect(await reasonOf(url)).toContain('redirect')
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
    expect(await reasonOf('http://127.0.0.1:1/')).toMatch(/ECONNREFUSED|bad port/)
  })
})

describe('how often keys are loaded', () => {
  /** Keys that are published under a name, and how often they have been asked for. */
  const publishing = async () => {
    let name: string | undefined = 'key-1'
    let asked = 0
    const url = await serving((_, answer) => {
      asked++
      answer.writeHead(name === undefined ? 500 : 200).end(JSON.stringify(issuer(name, pair).jwks))
    })
    const { now, pass } = clock()
    return {
      keys: issuerKeys({ sources: { [ISSUER]: url }, now })(ISSUER),
      pass,
      asked: () => asked,
      publish: (next: string | undefined) => {
        name = next
      },
    }
  }
  const tags = async (keys: Awaited<ReturnType<typeof publishing>>['keys'], kids: ReadonlyArray<string>) =>
    (await Promise.all(kids.map(keys.find))).map(({ tag }) => tag)

  test('once, whoever asks at the same time', async () => {
    const { asked, keys } = await publishing()
    expect(await tags(keys, ['key-1', 'key-1', 'key-1'])).toEqual(['Found', 'Found', 'Found'])
    await keys.load()
    expect(asked()).toBe(1)
  })

  test('again for an unknown key, but once a minute at most', async () => {
    const { asked, keys, pass, publish } = await publishing()
    await keys.load()
    publish('key-2')
    for (let count = 0; count < 100; count++) expect(await tags(keys, ['key-2'])).toEqual(['Unknown'])
    expect(asked()).toBe(1)
    pass(60_000)
    expect(await tags(keys, ['key-2'])).toEqual(['Found'])
    expect(await tags(keys, ['key-1'])).toEqual(['Unknown'])
    expect(asked()).toBe(2)
  })

  test('again after two hours, so that a key that is withdrawn does not hold for ever', async () => {
    const { asked, keys, pass, publish } = await publishing()
    await keys.load()
    publish('key-2')
    pass(2 * 60 * 60_000 - 1)
    expect(await tags(keys, ['key-1'])).toEqual(['Found'])
    pass(1)
    expect(await tags(keys, ['key-1'])).toEqual(['Unknown'])
    expect(asked()).toBe(2)
  })

  test('what is known stays known when loading anew fails', async () => {
    const { keys, pass, publish } = await publishing()
    await keys.load()
    publish(undefined)
    pass(60_000)
    expect(await tags(keys, ['key-2', 'key-1'])).toEqual(['Unknown', 'Found'])
    expect(await keys.load()).toEqual({ tag: 'Loaded' })
  })

  test('what could not be loaded is tried again, but once a minute at most', async () => {
    const { asked, keys, pass, publish } = await publishing()
    publish(undefined)
    expect(await keys.load()).toMatchObject({ tag: 'Unavailable' })
    publish('key-1')
    expect(await tags(keys, ['key-1'])).toEqual(['Unavailable'])
    expect(asked()).toBe(1)
    pass(60_000)
    expect(await tags(keys, ['key-1'])).toEqual(['Found'])
    expect(await keys.load()).toEqual({ tag: 'Loaded' })
  })
})
