import { lambda } from 'calix'
import { describe, expect, test } from 'vitest'
import { serving } from '../support/serving.ts'
import { guardedApp } from './wiring-app.ts'

const KEYS = { partner: 'a-key-of-the-partner', other: 'another-key' }
const CREDENTIALS = [{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }]

describe('a handler that tells nothing of its routes', () => {
  const handler = async () => ({ statusCode: 200, body: 'mine' })
  const wrapped = () => {
    const inner = lambda(guardedApp().app)
    return (...call: Parameters<typeof inner>) => inner(...call)
  }
  const start = /^This handler tells nothing of its routes, so nobody can be checked here/

  test.each([
    ['strict', { mode: 'strict' }, 'in spite of --auth strict:'],
    ['API keys', { apiKeys: KEYS }, 'in spite of apiKeys in the settings:'],
    ['credentials', { credentials: CREDENTIALS }, 'in spite of credentials in the settings:'],
    ['key sets', { jwks: { 'https://issuer.example': '/keys.json' } }, 'in spite of jwks in the settings:'],
    [
      'all of it',
      { mode: 'strict', apiKeys: KEYS, credentials: CREDENTIALS },
      'in spite of --auth strict and apiKeys, credentials in the settings:',
    ],
  ] as const)('is named at start, once, where somebody counts on checks: %s', async (_, auth, why) => {
    for (const each of [handler, wrapped()]) {
      const { errors, url } = await serving(each, { auth })
      await fetch(url)
      await fetch(url)
      const notes = errors.filter((text) => start.test(text))
      expect(notes).toHaveLength(1)
      expect(notes[0]).toContain(why)
      expect(notes[0]).not.toContain('\n')
      for (const secret of [...Object.values(KEYS), 'AKIDEXAMPLE']) expect(notes[0]).not.toContain(secret)
    }
  })

  test.each([
    ['nothing is told', {}],
    ['nothing is to be compared', { apiKeys: {}, credentials: [], jwks: {} }],
    ['authentication is off', { mode: 'off', apiKeys: KEYS }],
  ] as const)('is not where %s', async (_, auth) => {
    const { errors } = await serving(handler, { auth })
    expect(errors).toEqual([])
  })

  test('is one no more when it carries the app, as the line says', async () => {
    const { app, ran } = guardedApp()
    const inner = lambda(app)
    const carrying = Object.assign((...call: Parameters<typeof inner>) => inner(...call), { app })
    const { errors, url } = await serving(carrying, { auth: { mode: 'strict', apiKeys: KEYS } })
    expect(errors.filter((text) => start.test(text))).toEqual([])
    expect((await fetch(`${url}/key`)).status).toBe(403)
    expect(ran).toEqual([])
  })
})
