import { describe, expect, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { issuer, keyPair } from './issuer.ts'
import { ISSUER, serving } from './key-server.ts'

const pair = keyPair()

const clock = () => {
  let time = Date.parse('2026-11-22T12:00:00Z')
  return {
    now: () => new Date(time),
    pass: (ms: number) => {
      time += ms
    },
  }
}

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

  test('but not beyond two hours: a key may have been withdrawn since', async () => {
    const { keys, pass, publish } = await publishing()
    await keys.load()
    publish(undefined)
    pass(2 * 60 * 60_000)
    expect(await tags(keys, ['key-1', 'key-2'])).toEqual(['Unavailable', 'Unavailable'])
    expect(await keys.load()).toMatchObject({ tag: 'Unavailable' })
    publish('key-1')
    pass(60_000)
    expect(await tags(keys, ['key-1'])).toEqual(['Found'])
  })

  test('nor while an attempt shortly before counts', async () => {
    const { asked, keys, pass, publish } = await publishing()
    await keys.load()
    publish(undefined)
    pass(2 * 60 * 60_000 - 1)
    expect(await tags(keys, ['key-2', 'key-1'])).toEqual(['Unknown', 'Found'])
    pass(1)
    expect(await tags(keys, ['key-1'])).toEqual(['Unavailable'])
    expect(asked()).toBe(2)
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
