import { once } from 'node:events'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { echo } from './support/echo.ts'
import { serving } from './support/serving.ts'
import { converse, statuses } from './support/socket.ts'

describe('bodies that are too large', () => {
  const limit = 10 * 1024 * 1024

  test('10 MB pass, one byte more does not', async () => {
    const { url, seen } = await echo()
    const fits = await fetch(url, { method: 'POST', body: new Uint8Array(limit) })
    expect(await fits.text()).toBe(`POST / ${limit}`)
    seen.length = 0
    const refused = await fetch(url, { method: 'POST', body: new Uint8Array(limit + 1) })
    expect(refused.status).toBe(413)
    expect(await refused.json()).toEqual({ message: 'Request Too Long' })
    expect(seen).toEqual([])
  })

  test('neither in chunks that do not say how many there will be', async () => {
    const { url } = await echo({ payload: 'http' })
    const upload = request(url, { method: 'POST' })
    upload.on('error', () => {})
    for (let i = 0; i < 11; i += 1) upload.write(new Uint8Array(1024 * 1024))
    upload.end()
    const [answer] = await once(upload, 'response')
    expect(answer.statusCode).toBe(413)
    expect(JSON.parse((await answer.toArray()).join(''))).toEqual({ message: 'Request Entity Too Large' })
  })

  test('a client that asks first is refused before it sends', async () => {
    const { url, host } = await echo()
    const ask = (length: number): string =>
      `POST / HTTP/1.1\r\nhost: ${host}\r\nexpect: 100-continue\r\ncontent-length: ${length}\r\n\r\n`
    const refused = await converse(url)
    refused.send(ask(limit + 1))
    expect(statuses(await refused.until((text) => text.endsWith('}')))).toEqual([413])
    refused.socket.destroy()
    const welcome = await converse(url)
    welcome.send(ask(3))
    await welcome.until((text) => text.startsWith('HTTP/1.1 100 Continue'))
    welcome.send('abc')
    expect(await welcome.until((text) => text.endsWith('POST / 3'))).toContain('HTTP/1.1 200 OK')
    welcome.socket.destroy()
  })
})

describe('time', () => {
  const never = () => new Promise<never>(() => {})

  test('the gateway stops waiting → 504', async () => {
    for (const payload of ['rest', 'http'] as const) {
      const { errors, url } = await serving(never, { gatewayTimeout: 0.1, payload })
      const answer = await fetch(url)
      expect(answer.status).toBe(504)
      expect(await answer.json()).toEqual({ message: 'Endpoint request timed out' })
      expect(errors).toEqual(['GET /: The gateway stopped waiting after 0.1 s.'])
    }
  })

  test('Lambda stops the function → what the gateway says to a function that failed', async () => {
    const { errors, url } = await serving(never, { timeout: 0.1 })
    expect((await fetch(url)).status).toBe(502)
    expect(errors).toEqual(['GET /: Task timed out after 0.10 seconds'])
  })

  test('the context counts down from the function’s time limit', async () => {
    const handler = async (_: unknown, context: { getRemainingTimeInMillis(): number }) => {
      const before = context.getRemainingTimeInMillis()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { statusCode: 200, body: JSON.stringify([before, context.getRemainingTimeInMillis()]) }
    }
    const { url } = await serving(handler, { timeout: 7 })
    const answer = await fetch(url)
    const [before = 0, after = 0] = JSON.parse(await answer.text())
    expect(before).toBeLessThanOrEqual(7000)
    expect(after).toBeLessThan(before)
    expect(after).toBeGreaterThan(0)
  })
})

describe('functions that fail', () => {
  const failing: ReadonlyArray<readonly [string, () => unknown]> = [
    [
      'a throw',
      () => {
        throw new Error('thrown')
      },
    ],
    ['a rejection with undefined', () => Promise.reject(undefined)],
    [
      'a cycle',
      () => {
        const cycle: { self?: unknown } = {}
        cycle.self = cycle
        return cycle
      },
    ],
    ['a BigInt', () => ({ statusCode: 200, body: 1n })],
    ['nothing', () => undefined],
    ['a header that cannot be sent', () => ({ statusCode: 200, headers: { a: 'b\r\nset-cookie: c' } })],
    ['a status that is none', () => ({ statusCode: 99 })],
    ['more than Lambda takes', () => ({ statusCode: 200, body: 'x'.repeat(7_000_000) })],
  ]
  test.each(failing)('%s → 502, and the log says why', async (_, handler) => {
    const { errors, url } = await serving(handler)
    const answer = await fetch(url)
    expect(answer.status).toBe(502)
    expect(await answer.json()).toEqual({ message: 'Internal server error' })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/^GET \/: ./)
  })
})

test('an event that Lambda would not take is answered, with a warning', async () => {
  const { errors, url } = await echo()
  const size = 7_000_000
  const answer = await fetch(url, { method: 'POST', body: new Uint8Array(size) })
  expect(await answer.text()).toBe(`POST / ${size}`)
  expect(errors).toEqual([expect.stringContaining('deployed it would be refused with 413')])
})
