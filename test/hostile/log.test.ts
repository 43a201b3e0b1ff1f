import { calix, get, lambda, route, use } from 'calix'
import { client } from 'calix/testing'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => void vi.restoreAllMocks())

const failing = use({
  before: () => {
    throw new Error('down')
  },
})(
  calix(
    {},
    route(get('/'), () => 1),
  ),
)

test.each([
  ['lines', '/nope%0aGET%20/admin', 'GET /nope%0AGET /admin'],
  ['escapes', '/nope%1b[31m', 'GET /nope%1B[31m'],
  ['separators', '/nope%e2%80%a8x', 'GET /nope%E2%80%A8x'],
])("a caller's %s are no lines of the log", async (_what, target, where) => {
  const told: Array<string> = []
  const app = use({
    before: () => {
      throw new Error('down')
    },
  })(
    calix(
      { log: (failure) => void told.push(failure.where) },
      route(get('/'), () => 1),
    ),
  )
  await client(app).get(target)
  expect(told).toEqual([where])
})

test("a caller's path is no format of the console's", async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await client(failing).get('/nope%25s%25c')
  expect(error.mock.calls).toEqual([['%s', 'GET /nope%s%c', new Error('down')]])
})

test.each([
  ['a source', { source: 'a\nERROR fake' }, '"a\\nERROR fake"'],
  ['a service', { Records: [{ eventSource: 'x\nERROR fake' }] }, '"x\\nERROR fake"'],
  [
    'a service of an inherited name',
    { Records: [{ eventSource: 'constructor' }] },
    'an event of constructor.',
  ],
])('%s of a foreign event is quoted', async (_what, event, said) => {
  const message = await lambda(failing)(event).catch((reason: Error) => reason.message)
  expect(message).toContain(said)
  expect(message).not.toContain('\n')
})
