import { calix, get, lambda, route } from 'calix'
import { describe, expect, test } from 'vitest'
import { echo } from './support/echo.ts'
import { serving } from './support/serving.ts'
import { converse, exchangeRaw, statuses } from './support/socket.ts'

describe('requests as they should be', () => {
  test('a request becomes an event, the result an answer, and the log has one line', async () => {
    const { url, lines } = await echo()
    const answer = await fetch(`${url}/cities/seattle?token=secret`, { method: 'POST', body: 'ten bytes!' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain')
    expect(await answer.text()).toBe('POST /cities/seattle 10')
    expect(lines[0]).toBe(`Serving on ${url}`)
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^POST \/cities\/seattle 200 \d+ ms$/)])
  })

  test.each(['rest', 'http', '1.0', '2.0'] as const)('payload %s', async (payload) => {
    const handler = async (event: { readonly version?: string }) => ({
      statusCode: 200,
      body: event.version ?? 'none',
    })
    const { url } = await serving(handler, { payload })
    const version = { rest: 'none', http: '2.0', '1.0': '1.0', '2.0': '2.0' }[payload]
    expect(await (await fetch(url)).text()).toBe(version)
  })

  test('HEAD, 204 and 304 carry no body', async () => {
    const { url, host } = await echo()
    const talk = await converse(url)
    for (const line of ['HEAD /a', 'GET /status/204', 'GET /status/304', 'GET /last']) {
      talk.send(
        `${line} HTTP/1.1\r\nhost: ${host}\r\n${line === 'GET /last' ? 'connection: close\r\n' : ''}\r\n`,
      )
    }
    const text = await talk.end()
    expect(statuses(text)).toEqual([200, 204, 304, 200])
    expect(
      text
        .split('\r\n\r\n')
        .slice(1, 4)
        .every((part) => part.startsWith('HTTP/1.1')),
    ).toBe(true)
    expect(text.endsWith('GET /last 0')).toBe(true)
    expect(text.match(/content-length/gi)).toHaveLength(2)
  })

  test('fields of one connection are dropped, and the length is the server’s', async () => {
    const { url } = await echo()
    const answer = await fetch(`${url}/hop`)
    expect(await answer.text()).toBe('hop')
    expect(answer.headers.get('x-kept')).toBe('2')
    expect(answer.headers.get('content-length')).toBe('3')
    expect(answer.headers.has('upgrade')).toBe(false)
    expect(answer.headers.get('connection')).toBe('keep-alive')
  })

  test('pipelined requests are answered in order, also when the first takes longer', async () => {
    const { url, host } = await echo()
    const one = (path: string, last = ''): string => `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${last}\r\n`
    const text = await exchangeRaw(url, one('/slow') + one('/b') + one('/c', 'connection: close\r\n'))
    expect([...text.matchAll(/GET (\S+) 0/g)].map(([, path]) => path)).toEqual(['/slow', '/b', '/c'])
  })

  test('a target in absolute form, OPTIONS *, and a request to upgrade', async () => {
    const { url, host } = await echo()
    const absolute = `GET ${url}/abs?x=1 HTTP/1.1\r\nhost: ignored.example\r\n\r\n`
    const asterisk = `OPTIONS * HTTP/1.1\r\nhost: ${host}\r\n\r\n`
    const upgrade = `GET /up HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n`
    const text = await exchangeRaw(url, absolute + asterisk + upgrade)
    expect(statuses(text)).toEqual([200, 204, 200])
    expect(text).toContain('GET /abs 0')
    expect(text).toMatch(/^allow: GET, HEAD, /m)
    expect(text).toContain('GET /up 0')
  })

  test('a path of 64 KB and 10,000 query parameters arrive', async () => {
    const { url } = await echo()
    const path = `/${'a'.repeat(65_536)}`
    expect((await fetch(url + path)).status).toBe(200)
    const query = Array.from({ length: 10_000 }, (_, i) => `key${i}=${i}`).join('&')
    expect((await fetch(`${url}/q?${query}`)).status).toBe(200)
  })
})

test('an app, as lambda(app), in this very process', async () => {
  const app = calix(
    { name: 'here' },
    route(get('/cities/:city'), ({ params }) => ({ city: params.city })),
  )
  const { lines, url } = await serving(lambda(app))
  expect(await (await fetch(`${url}/cities/a%2Fb%20c`)).json()).toEqual({ city: 'a/b c' })
  expect(lines.slice(0, 2)).toEqual(['GET /cities/:city', `Serving on ${url}`])
})

test('close waits for what is in flight, and accepts nothing new', async () => {
  const { server, url } = await echo()
  const slow = fetch(`${url}/slow`)
  const kept = await fetch(`${url}/idle`)
  await kept.text()
  const closed = server.close()
  const answer = await slow
  expect(await answer.text()).toBe('GET /slow 0')
  expect(answer.headers.get('connection')).toBe('close')
  await closed
  await expect(fetch(url)).rejects.toThrow()
})
