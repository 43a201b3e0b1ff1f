import { any, calix, lambda, NotHttpEventError, route } from 'calix'
import { expect } from 'vitest'

/** A handler that no event reaches which is no HTTP request, and how often it was reached all the same. */
export const watched = () => {
  let reached = 0
  const count = () => {
    reached += 1
    return null
  }
  const app = calix({ log: count }, route(any('/'), count), route(any('/*rest'), count))
  return { handler: lambda(app), reached: () => reached }
}

/** Asserts that an event is rejected, by an error that says what the event is, and that no handler ran. */
export const expectRejected = async (event: unknown, says: RegExp): Promise<void> => {
  const { handler, reached } = watched()
  const outcome = await handler(event).then(
    (result) => ({ result }),
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(NotHttpEventError)
  expect(outcome).toMatchObject({ name: 'NotHttpEventError', message: expect.stringMatching(says) })
  expect(reached()).toBe(0)
}
