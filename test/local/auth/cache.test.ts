import { expect, test } from 'vitest'
import { answerCache } from '../../../local/auth/cache.ts'

const clock = (): { readonly now: () => Date; readonly pass: (seconds: number) => void } => {
  let time = Date.parse('2026-11-22T12:00:00Z')
  return {
    now: () => new Date(time),
    pass: (seconds) => {
      time += seconds * 1000
    },
  }
}

test('an answer holds for its ttl and no longer', () => {
  const { now, pass } = clock()
  const cache = answerCache<string>(now)
  cache.set('demo', 'token', 300, 'answer')
  expect(cache.get('demo', 'token')).toBe('answer')
  pass(299)
  expect(cache.get('demo', 'token')).toBe('answer')
  pass(1)
  expect(cache.get('demo', 'token')).toBeUndefined()
})

test('it is the answer of one authorizer to one identity', () => {
  const cache = answerCache<string>(clock().now)
  cache.set('demo', 'token', 300, 'answer')
  for (const [authorizer, identity] of [
    ['other', 'token'],
    ['demo', 'Token'],
    ['demo', 'token '],
    ['demo', ''],
    ['demo token', ''],
  ] as const)
    expect(cache.get(authorizer, identity)).toBeUndefined()
})

test('a ttl of 0 keeps nothing, not even what was kept', () => {
  const cache = answerCache<string>(clock().now)
  cache.set('demo', 'token', 0, 'answer')
  expect(cache.get('demo', 'token')).toBeUndefined()
  cache.set('demo', 'token', 300, 'answer')
  cache.set('demo', 'token', 0, 'newer')
  expect(cache.get('demo', 'token')).toBeUndefined()
  for (const ttl of [-1, Number.NaN]) cache.set('demo', 'token', ttl, 'answer')
  expect(cache.get('demo', 'token')).toBeUndefined()
})

test('what is not kept takes no room', () => {
  const cache = answerCache<string>(clock().now, 1)
  cache.set('demo', 'token', 300, 'answer')
  cache.set('demo', 'other', 0, 'answer')
  expect(cache.get('demo', 'token')).toBe('answer')
})

test('a newer answer replaces an older one, with a time of its own', () => {
  const { now, pass } = clock()
  const cache = answerCache<string>(now)
  cache.set('demo', 'token', 10, 'older')
  pass(9)
  cache.set('demo', 'token', 10, 'newer')
  pass(9)
  expect(cache.get('demo', 'token')).toBe('newer')
})

test('it keeps the newest, however many callers come', () => {
  const cache = answerCache<number>(clock().now, 3)
  for (let caller = 0; caller < 1_000; caller++) cache.set('demo', `token ${caller}`, 300, caller)
  const kept = Array.from({ length: 1_000 }, (_, caller) => cache.get('demo', `token ${caller}`))
  expect(kept.filter((answer) => answer !== undefined)).toEqual([997, 998, 999])
})

test('after a change of the code it knows nothing', () => {
  const cache = answerCache<string>(clock().now)
  cache.set('demo', 'token', 300, 'answer')
  cache.clear()
  expect(cache.get('demo', 'token')).toBeUndefined()
})
