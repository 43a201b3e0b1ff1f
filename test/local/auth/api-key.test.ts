import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apiKeyId, verifyApiKey } from '../../../local/auth/api-key.ts'
import { request } from './request.ts'

const keys = { partner: randomBytes(20).toString('hex'), tester: randomBytes(20).toString('hex') }

test('a key of the stage says which it is', () => {
  for (const [apiKeyId, apiKey] of Object.entries(keys))
    for (const header of ['x-api-key', 'X-API-Key'])
      expect(verifyApiKey(keys, request('/', [[header, apiKey]]))).toEqual({
        tag: 'Admitted',
        callers: [{ kind: 'api-key', apiKeyId, apiKey }],
      })
})

test.each([
  ['no key', []],
  ['an empty key', [['x-api-key', '']]],
  ['the name of a key', [['x-api-key', 'partner']]],
  ['a part of a key', [['x-api-key', keys.partner.slice(1)]]],
  ['more than a key', [['x-api-key', `${keys.partner}0`]]],
  ['a key in capitals', [['x-api-key', keys.partner.toUpperCase()]]],
  [
    'two keys, though both are right',
    [
      ['x-api-key', keys.partner],
      ['X-Api-Key', keys.tester],
    ],
  ],
  ['two keys in one', [['x-api-key', `${keys.partner}, ${keys.tester}`]]],
  ['the key in another header', [['authorization', keys.partner]]],
  ['a megabyte', [['x-api-key', 'a'.repeat(1_000_000)]]],
] as const)('%s is no key', (_, headers) => {
  const verdict = verifyApiKey(keys, request('/', headers))
  expect(verdict).toMatchObject({ tag: 'Refused', answer: 'INVALID_API_KEY' })
  for (const key of Object.values(keys)) expect(JSON.stringify(verdict)).not.toContain(key)
})

test('where there are no keys, none is right, nor is a name that every object has', () => {
  expect(apiKeyId({}, 'anything')).toBeUndefined()
  expect(apiKeyId({}, '')).toBeUndefined()
  expect(apiKeyId({ empty: '' }, '')).toBeUndefined()
  expect(apiKeyId(keys, 'function toString() { [native code] }')).toBeUndefined()
})

test('exactly the keys that there are', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), text), text, (all, presented) => {
      const [id] = Object.entries(all).find(([, key]) => key === presented) ?? []
      expect(apiKeyId(all, presented)).toBe(id)
      for (const key of Object.values(all)) expect(all[apiKeyId(all, key) ?? '']).toBe(key)
    }),
  )
})
