import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Answer, Caller } from './caller.ts'
import { expectJson } from './expect-json.ts'

const JSON_UTF8 = { 'content-type': 'application/json; charset=utf-8' }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const ALLOWED = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key'

const isCors = (name: string): boolean => name.startsWith('access-control-')

const corsOf = ({ headers }: Answer): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => isCors(name)))

/** What the sections on bodies, compression and CORS show, by a way to ask. */
export const answerSections = (call: Caller): void => {
  describe('content types', () => {
    it.each([
      ['states=WA&states=CA', '{"states":["WA","CA"]}'],
      ['states=WA', '{"states":["WA"]}'],
      ['other=1', '{"states":[]}'],
    ])('the form %s → %s', async (body, text) => {
      await expectJson(call, ['POST', '/', { headers: FORM, body }], 200, text)
    })

    it('no body is no states', () => expectJson(call, ['POST', '/'], 200, '{"states":[]}'))

    it('JSON is not accepted', async () => {
      const answer = await call('POST', '/', { headers: JSON_UTF8, body: '{"states":["WA"]}' })
      expect(answer.status).toBe(415)
      expect(JSON.parse(answer.text)).toMatchObject({ Code: 'UnsupportedMediaTypeError' })
    })
  })

  it('custom response: it has the status, type and body that it asked for', async () => {
    const { status, headers, text } = await call('GET', '/custom_response')
    expect({ status, type: headers['content-type'], text }).toEqual({
      status: 200,
      type: 'text/plain',
      text: 'hello world!',
    })
  })

  describe('gzip', () => {
    const whole = JSON.stringify({ numbers: Array.from({ length: 1000 }, (_, index) => index + 1) })
    const large = (accepted: string): Promise<Answer> =>
      call('GET', '/large', { headers: { 'accept-encoding': accepted } })

    it.each([
      ['gzip', 'gzip', gunzipSync],
      ['br', 'br', brotliDecompressSync],
      ['zstd', 'zstd', zstdDecompressSync],
      ['gzip, br', 'br', brotliDecompressSync],
      ['br;q=0.5, gzip;q=0.9', 'gzip', gunzipSync],
      ['identity;q=0, gzip', 'gzip', gunzipSync],
    ])('accepting %s, it comes as %s', async (accepted, coding, decompress) => {
      const { status, headers, bytes } = await large(accepted)
      expect({ status, coding: headers['content-encoding'], vary: headers.vary }).toEqual({
        status: 200,
        coding,
        vary: 'accept-encoding',
      })
      expect(headers['content-length']).toBe(String(bytes.length))
      expect(bytes.length).toBeLessThan(whole.length)
      expect(decompress(bytes).toString()).toBe(whole)
    })

    it.each(['identity', 'gzip;q=0', 'compress'])('accepting %s, it comes as it is', async (accepted) => {
      const { headers, text } = await large(accepted)
      expect(headers).not.toHaveProperty('content-encoding')
      expect(text).toBe(whole)
    })
  })

  describe('CORS', () => {
    const cors = {
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': `${ALLOWED},X-Special-Header`,
      'access-control-allow-origin': 'https://foo.example.com',
      'access-control-expose-headers': 'X-Special-Header',
      'access-control-max-age': '600',
    }

    it('its headers are on the answer', async () => {
      const answer = await expectJson(
        call,
        ['GET', '/custom_cors', { headers: { origin: 'https://foo.example.com' } }],
        200,
        '{"cors":true}',
      )
      expect(corsOf(answer)).toEqual(cors)
    })

    it('its headers are on an answer of another method too', async () => {
      const answer = await call('PUT', '/custom_cors', { headers: { origin: 'https://foo.example.com' } })
      expect(answer.status).toBe(405)
      expect(corsOf(answer)).toEqual(cors)
    })

    it('a preflight is answered', async () => {
      const answer = await call('OPTIONS', '/custom_cors', {
        headers: {
          origin: 'https://foo.example.com',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'x-special-header',
        },
      })
      expect(answer).toMatchObject({ status: 204, text: '' })
      expect(corsOf(answer)).toEqual({ ...cors, 'access-control-allow-methods': 'GET,HEAD,OPTIONS' })
    })
  })

  describe('CORS, many origins', () => {
    const from = (origin: string): Promise<Answer> =>
      call('GET', '/cors_multiple_origins', { headers: { origin } })

    it.each(['http://allowed1.example.com', 'http://allowed2.example.com'])(
      '%s is echoed',
      async (origin) => {
        const answer = await from(origin)
        expect(answer).toMatchObject({ status: 200, text: 'Foo', headers: { vary: 'origin' } })
        expect(answer.headers['access-control-allow-origin']).toBe(origin)
      },
    )

    it.each(['http://foreign.example.com', 'http://allowed1.example.com.foreign.example', 'null'])(
      '%s is not',
      async (origin) => {
        const answer = await from(origin)
        expect(answer).toMatchObject({ status: 200, text: 'Foo', headers: { vary: 'origin' } })
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
      },
    )
  })
}
