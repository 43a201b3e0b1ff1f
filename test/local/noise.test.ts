import { serve } from 'calix/local'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { converse, statuses } from './support/socket.ts'

/** Two requests, one after the other, that a server answers with 200 each when they arrive as they are. */
const requests = (host: string): Buffer =>
  Buffer.from(
    [
      `POST /a?b=c HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\nx-a: b\r\n\r\nhello`,
      `GET /b HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
    ].join(''),
  )

const noise = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })

test('whatever bytes are wrong, or missing, every answer is one that HTTP allows, and the server goes on', async () => {
  const server = await serve({ handler: async () => ({ statusCode: 200, body: 'ok' }), port: 0 })
  onTestFinished(() => server.close())
  const whole = requests(new URL(server.url).host)
  await fc.assert(
    fc.asyncProperty(noise, fc.nat(2 * whole.length), async (changes, length) => {
      const bytes = Buffer.from(whole)
      for (const [where, byte] of changes) bytes[where % bytes.length] = byte
      const { end, socket } = await converse(server.url)
      socket.end(bytes.subarray(0, length))
      const got = statuses(await end())
      expect(got.length).toBeLessThanOrEqual(3)
      for (const status of got) expect([200, 204, 400, 403, 417]).toContain(status)
      if (changes.length === 0 && length >= whole.length) expect(got).toEqual([200, 200])
    }),
    { numRuns: 500 },
  )
  expect((await fetch(server.url)).status).toBe(200)
})
