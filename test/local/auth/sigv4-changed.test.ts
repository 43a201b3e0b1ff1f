import { describe, expect, test } from 'vitest'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { presigned, signed } from './signer.ts'
import { answerTo, at, edited, key, session, withHeader } from './verifying.ts'

describe('what has been changed after signing is refused', () => {
  const what = { method: 'POST', path: '/a/b', query: { q: '1' }, headers: { 'x-a': '1' }, body: 'body' }
  const changes: ReadonlyArray<readonly [string, (asked: WireRequest) => WireRequest]> = [
    ['the method', (asked) => ({ ...asked, method: 'PUT' })],
    ['the path', (asked) => ({ ...asked, target: asked.target.replace('/b', '/c') })],
    ['the path’s last slash', (asked) => ({ ...asked, target: asked.target.replace('/b', '/b/') })],
    ['the path by a detour', (asked) => ({ ...asked, target: asked.target.replace('/a/b', '/a/x/../b') })],
    ['the path’s encoding', (asked) => ({ ...asked, target: asked.target.replace('/a', '/%61') })],
    ['the query', (asked) => ({ ...asked, target: asked.target.replace('q=1', 'q=2') })],
    ['a parameter more', (asked) => ({ ...asked, target: `${asked.target}&r=1` })],
    ['a parameter twice', (asked) => ({ ...asked, target: `${asked.target}&q=1` })],
    ['a query that is malformed', (asked) => ({ ...asked, target: `${asked.target}&r=%zz` })],
    ['the body', (asked) => ({ ...asked, body: Buffer.from('other') })],
    ['no body', (asked) => ({ ...asked, body: Buffer.from('') })],
    ['a signed header', (asked) => withHeader(asked, 'x-a', '2')],
    ['a signed header twice', (asked) => withHeader(asked, 'x-a', '1', '1')],
    ['a signed header gone', (asked) => withHeader(asked, 'x-a')],
    ['the host', (asked) => withHeader(asked, 'host', 'elsewhere:8080')],
    ['no host', (asked) => withHeader(asked, 'host')],
    ['two hosts', (asked) => withHeader(asked, 'host', '127.0.0.1:8080', 'elsewhere')],
  ]

  test.each(changes)('%s', async (_, change) => {
    for (const by of [key, session]) {
      const asked = await signed(by, what, { at })
      expect(await answerTo(asked)).toBe('admitted')
      expect(await answerTo(change(asked))).toBe('INVALID_SIGNATURE')
    }
    const asked = await presigned(key, what, { at })
    expect(await answerTo(asked)).toBe('admitted')
    expect(await answerTo(change(asked))).toBe('INVALID_SIGNATURE')
  })

  test('a header that is not signed may change', async () => {
    const asked = await signed(key, what, { at })
    expect(await answerTo(withHeader(asked, 'user-agent', 'curl'))).toBe('admitted')
  })

  const parts: ReadonlyArray<readonly [string, (value: string) => string]> = [
    ['another signature', (value) => value.replace(/Signature=.*/, `Signature=${'0'.repeat(64)}`)],
    ['a shorter signature', (value) => value.slice(0, -1)],
    ['a longer signature', (value) => `${value}0`],
    [
      'capitals',
      (value) => value.replace(/Signature=.*/, (part) => `Signature=${part.slice(10).toUpperCase()}`),
    ],
    ['no signature', (value) => value.replace(/, Signature=.*/, '')],
    ['two signatures', (value) => `${value}, Signature=${'0'.repeat(64)}`],
    ['no credential', (value) => value.replace(/Credential=[^,]*, /, '')],
    ['another day', (value) => value.replace('/20261122/', '/20261121/')],
    ['another region', (value) => value.replace('us-east-1', 'us-east-2')],
    ['a region that is none', (value) => value.replace('us-east-1', '__proto__')],
    ['another service', (value) => value.replace('execute-api', 's3')],
    ['another ending', (value) => value.replace('aws4_request', 'aws4_requests')],
    ['a longer scope', (value) => value.replace('aws4_request', 'aws4_request/x')],
    ['fewer signed headers', (value) => value.replace(';x-a', '')],
    ['more signed headers', (value) => value.replace(';x-a', ';x-a;x-b')],
    ['a signed header twice', (value) => value.replace(';x-a', ';x-a;x-a')],
    ['no signed headers', (value) => value.replace(/SignedHeaders=[^,]*/, 'SignedHeaders=')],
    ['another algorithm', (value) => value.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256')],
    ['nothing but the algorithm', () => 'AWS4-HMAC-SHA256'],
    ['a bearer token', () => 'Bearer a.b.c'],
    ['a great deal', () => `AWS4-HMAC-SHA256 ${'Credential=,'.repeat(100_000)}`],
    ['an empty header', () => ''],
  ]

  test.each(parts)('%s', async (_, edit) => {
    const asked = edited(await signed(key, what, { at }), 'authorization', edit)
    expect(await answerTo(asked)).toBe('INVALID_SIGNATURE')
  })

  test('two Authorization headers, though one is right', async () => {
    const asked = await signed(key, what, { at })
    const [, right = ''] = asked.headers.find(([name]) => name === 'authorization') ?? []
    expect(await answerTo(withHeader(asked, 'authorization', right, 'Bearer x'))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(withHeader(asked, 'authorization', 'Bearer x', right))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(withHeader(await presigned(key, {}, { at }), 'authorization', right))).toBe(
      'INVALID_SIGNATURE',
    )
  })
})
