import { describe, expect, test } from 'vitest'
import { echo } from './support/echo.ts'
import { converse, exchangeRaw, statuses } from './support/socket.ts'

describe('requests as they should not be', () => {
  const malformed: ReadonlyArray<readonly [string, (host: string) => string, number]> = [
    ['no HTTP at all', () => 'hello\r\n\r\n', 400],
    ['binary noise', () => '\u0000\u0001\u0002\u0003\r\n\r\n', 400],
    ['a TLS greeting', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
    ['no host', () => 'GET / HTTP/1.1\r\n\r\n', 400],
    ['an unknown version', (host) => `GET / HTTP/9.9\r\nhost: ${host}\r\n\r\n`, 400],
    ['a space in a header name', (host) => `GET / HTTP/1.1\r\nhost: ${host}\r\nbad name: x\r\n\r\n`, 400],
    ['a bare CR in a header', (host) => `GET / HTTP/1.1\r\nhost: ${host}\r\na: x\ry\r\n\r\n`, 400],
    [
      'a length that is no number',
      (host) => `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: ten\r\n\r\n`,
      400,
    ],
    ['a negative length', (host) => `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: -1\r\n\r\n`, 400],
    [
      'two lengths',
      (host) => `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab`,
      400,
    ],
    [
      'a length and chunks',
      (host) =>
        `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      'a chunk of no size',
      (host) => `POST / HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
    [
      'two hosts',
      (host) => `GET / HTTP/1.1\r\nhost: ${host}\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      400,
    ],
    [
      'a target that is no path',
      (host) => `GET ftp://${host}/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      400,
    ],
    ['GET *', (host) => `GET * HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`, 400],
    ['CONNECT', (host) => `CONNECT ${host} HTTP/1.1\r\nhost: ${host}\r\n\r\n`, 400],
    ['headers without end', (host) => `GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${'y'.repeat(300_000)}`, 431],
  ]
  test.each(malformed)('%s', async (_, text, status) => {
    const { url, host, seen } = await echo()
    const answer = await exchangeRaw(url, text(host))
    expect(statuses(answer)).toEqual([status])
    expect(answer).toMatch(/\{"message":"[^"]+"\}$/)
    expect(seen).toEqual([])
    expect((await fetch(`${url}/after`)).status).toBe(200)
  })

  test('a body that cannot be read is one line in the log', async () => {
    const { url, host, lines } = await echo()
    await exchangeRaw(url, `POST /up HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`)
    await exchangeRaw(url, 'nonsense\r\n\r\n')
    await expect
      .poll(() => lines.slice(1))
      .toEqual([expect.stringMatching(/^POST \/up 400 /), expect.stringMatching(/^- - 400 /)])
  })

  test('what is malformed behind a request in flight does not cut off its answer', async () => {
    const { url, host } = await echo()
    const text = await exchangeRaw(url, `GET /slow HTTP/1.1\r\nhost: ${host}\r\n\r\nnonsense\r\n\r\n`)
    expect(statuses(text)).toEqual([200, 400])
    expect(text).toContain('GET /slow 0')
  })

  test('headers that do not end in time → 408', async () => {
    const { url, host } = await echo({ headersTimeout: 0.3 })
    const text = await exchangeRaw(url, `GET / HTTP/1.1\r\nhost: ${host}\r\n`)
    expect(statuses(text)).toEqual([408])
  })

  test('an upload that is broken off runs no handler', async () => {
    const { url, host, lines, seen } = await echo()
    const talk = await converse(url)
    talk.send(`POST /up HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1000\r\n\r\nonly this`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    talk.socket.destroy()
    await expect.poll(() => lines.at(-1)).toMatch(/^POST \/up aborted \d+ ms$/)
    expect(seen).toEqual([])
  })

  test('a peer that leaves before the answer harms nobody', async () => {
    const { url, host, lines } = await echo()
    const talk = await converse(url)
    talk.send(`GET /slow HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    talk.socket.resetAndDestroy()
    await expect.poll(() => lines.at(-1)).toMatch(/^GET \/slow aborted \d+ ms$/)
    expect((await fetch(`${url}/after`)).status).toBe(200)
  })
})

describe('hosts', () => {
  const ask = (url: string, host: string | undefined): Promise<string> =>
    exchangeRaw(
      url,
      `GET / HTTP/1.1\r\n${host === undefined ? '' : `host: ${host}\r\n`}connection: close\r\n\r\n`,
    )

  test('the server answers for loopback names with any port, which a container or a tunnel may change', async () => {
    const { url } = await echo()
    const { port } = new URL(url)
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost', '[::1]']) {
      for (const ending of [`:${port}`, ':9000', ':', '']) {
        expect(statuses(await ask(url, name + ending))).toEqual([200])
      }
    }
  })

  test('for names that it was told to allow, with any port', async () => {
    const { url } = await echo({ allowHosts: ['My.Tunnel.example', 'other.example'] })
    for (const host of ['my.tunnel.example', 'MY.tunnel.example:443', 'other.example:9000']) {
      expect(statuses(await ask(url, host))).toEqual([200])
    }
    for (const host of ['tunnel.example', 'a.my.tunnel.example', 'my.tunnel.example.evil.example']) {
      expect(statuses(await ask(url, host))).toEqual([403])
    }
  })

  test('and for no other', async () => {
    const { url, lines, seen } = await echo()
    const { port } = new URL(url)
    const others = [
      `evil.example:${port}`,
      'evil.example',
      'localhost.evil.example',
      'localhost:80:80',
      'localhost:port',
      '[::1',
      '::1',
      '[127.0.0.1]',
      '127.0.0.2',
      '',
    ]
    for (const host of others) {
      const text = await ask(url, host)
      expect(statuses(text)).toEqual([403])
      expect(text).toContain(`use ${url}, or allow its name with --allow-host <name>.`)
    }
    expect(seen).toEqual([])
    expect(lines.filter((line) => line.startsWith('GET / 403'))).toHaveLength(others.length)
  })

  test('nor when the target names another', async () => {
    const { url, host } = await echo()
    const text = await exchangeRaw(
      url,
      `GET http://evil.example/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    )
    expect(statuses(text)).toEqual([403])
  })

  test('and for the address it was told to listen on', async () => {
    const { url } = await echo({ host: '127.0.0.2' })
    expect((await fetch(url)).status).toBe(200)
    const { port } = new URL(url)
    expect(statuses(await ask(url, '127.0.0.2'))).toEqual([200])
    expect(statuses(await ask(url, `127.0.0.2:${port}`))).toEqual([200])
    expect(statuses(await ask(url, '127.0.0.2:1'))).toEqual([403])
  })
})
