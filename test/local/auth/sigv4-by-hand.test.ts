import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { request } from './request.ts'
import { type Key, signed } from './signer.ts'
import { answerTo, at, edited, key, reasonFor, session, withHeader } from './verifying.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

const mac = (by: string | Buffer, text: string): Buffer => createHmac('sha256', by).update(text).digest()

interface ByHand {
  readonly by?: Key
  /** What is sent beside the signature. */
  readonly headers?: ReadonlyArray<readonly [string, string]>
  /** What is signed of it, as the canonical request has it. */
  readonly lines?: string
  readonly query?: string
  readonly longDate?: string
  readonly scope?: ReadonlyArray<string>
}

const STAMP = '20261122T120000Z'
const SCOPE = ['20261122', 'us-east-1', 'execute-api', 'aws4_request']
const HOST = ['host', 'h'] as const
const DATE = ['x-amz-date', STAMP] as const

/** A right signature put together by hand, of what AWS's signer never signs. */
const byHand = (what: ByHand = {}): WireRequest => {
  const { by = key, headers = [HOST, DATE], longDate = STAMP, query = '', scope = SCOPE } = what
  const { lines = headers.map(([name, value]) => `${name}:${value}`).join('\n') } = what
  const names = lines.split('\n').map((line) => line.split(':', 1)[0])
  const canonical = ['GET', '/x', query, lines, '', names.join(';'), sha('')].join('\n')
  const text = ['AWS4-HMAC-SHA256', longDate, scope.join('/'), sha(canonical)].join('\n')
  const signature = [...scope, text].reduce<string | Buffer>(mac, `AWS4${by.secretAccessKey}`).toString('hex')
  const credential = `Credential=${by.accessKeyId}/${scope.join('/')}`
  const parts = `${credential},SignedHeaders=${names.join(';')},Signature=${signature}`
  return request(query === '' ? '/x' : `/x?${query}`, [
    ['authorization', `AWS4-HMAC-SHA256 ${parts}`],
    ...headers,
  ])
}

/** The same in the query; parameters are named in the order in which they are signed. */
const byHandInQuery = (
  over: Readonly<Record<string, string>>,
  { by = key, lines = 'host:h' }: ByHand = {},
) => {
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${by.accessKeyId}/${SCOPE.join('/')}`,
    'X-Amz-Date': STAMP,
    'X-Amz-Expires': '60',
    ...(by.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': by.sessionToken }),
    'X-Amz-SignedHeaders': lines.replaceAll(/:[^\n]*/g, '').replaceAll('\n', ';'),
    ...over,
  }
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const names = parameters['X-Amz-SignedHeaders']
  const canonical = ['GET', '/x', query, lines, '', names, sha('')].join('\n')
  const text = ['AWS4-HMAC-SHA256', STAMP, SCOPE.join('/'), sha(canonical)].join('\n')
  const signature = [...SCOPE, text].reduce<string | Buffer>(mac, `AWS4${by.secretAccessKey}`).toString('hex')
  return request(`/x?${query}&X-Amz-Signature=${signature}`, [HOST, ['x-a', '1']])
}

describe('signatures that AWS’s signer does not make', () => {
  const now = 'Sun, 22 Nov 2026 12:00:00 GMT'

  test('by hand, they are right', async () => {
    expect(await answerTo(byHand())).toBe('admitted')
    expect(await answerTo(byHandInQuery({}))).toBe('admitted')
    expect(await answerTo(byHandInQuery({}, { by: session }))).toBe('admitted')
    expect(await answerTo(byHandInQuery({}, { lines: 'host:h\nx-a:1' }))).toBe('admitted')
  })

  test('by the date header', async () => {
    const asked = byHand({
      headers: [
        ['Date', now],
        ['Host', 'h'],
      ],
      lines: `date:${now}\nhost:h`,
    })
    expect(await answerTo(asked)).toBe('admitted')
    expect(await answerTo(withHeader(asked, 'date', 'Sun, 22 Nov 2026 12:00:01 GMT'))).toBe(
      'INVALID_SIGNATURE',
    )
    for (const date of ['yesterday', '2026-11-22', 'Sun, 42 Nov 2026 12:00:00 GMT', ''])
      expect(await answerTo(withHeader(asked, 'date', date))).toBe('INVALID_SIGNATURE')
  })

  test('of a header that is repeated, in the order of the request', async () => {
    const headers = [HOST, ['X-A', ' 1 '], DATE, ['x-a', '2']] as const
    const asked = byHand({ headers, lines: `host:h\nx-a:1,2\nx-amz-date:${STAMP}` })
    expect(await answerTo(asked)).toBe('admitted')
    expect(await answerTo(withHeader(asked, 'x-a', '2', '1'))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(withHeader(asked, 'x-a', '1,2'))).toBe('admitted')
    expect(await answerTo(withHeader(asked, 'x-a', '1', '2', '3'))).toBe('INVALID_SIGNATURE')
  })

  const token = ['x-amz-security-token', session.sessionToken ?? ''] as const
  test.each([
    ['the host', byHand({ lines: `x-amz-date:${STAMP}` }), 'it does not sign the host header'],
    ['the date', byHand({ lines: 'host:h' }), 'it does not sign the x-amz-date header'],
    [
      'the date that counts',
      byHand({ headers: [HOST, ['date', now], DATE], lines: `date:${now}\nhost:h` }),
      'it does not sign the x-amz-date header',
    ],
    [
      'its session token',
      byHand({ by: session, headers: [HOST, DATE, token], lines: `host:h\nx-amz-date:${STAMP}` }),
      'it does not sign the x-amz-security-token header',
    ],
    ['the host, in a query', byHandInQuery({}, { lines: 'x-a:1' }), 'it does not sign the host header'],
  ])('that does not sign %s', async (_, asked, reason) => {
    expect(await reasonFor(asked)).toBe(`INVALID_SIGNATURE: ${reason}`)
  })

  const [day = '', region = '', service = '', ending = ''] = SCOPE
  test.each([
    [
      'another service',
      [day, region, 's3', ending],
      "its credential is for another service than 'execute-api'",
    ],
    ['another ending', [day, region, service, 'aws4'], "its credential does not end in 'aws4_request'"],
    [
      'no region',
      [day, '', service, ending],
      'its credential is not <access key>/<date>/<region>/<service>/aws4_request',
    ],
    ['another text for a region', [day, 'US EAST', service, ending], 'its credential names no region'],
    ['another day', ['20261121', region, service, ending], 'its credential is for another day than its date'],
  ])('for %s', async (_, scope, reason) => {
    expect(await reasonFor(byHand({ scope }))).toBe(`INVALID_SIGNATURE: ${reason}`)
  })

  test.each(['20260231T120000Z', '20261322T120000Z', '20261122T250000Z', '20261122T120060Z'])(
    'at %s, which no calendar has',
    async (longDate) => {
      const headers = [HOST, ['x-amz-date', longDate]] as const
      const scope = [longDate.slice(0, 8), region, service, ending]
      expect(await reasonFor(byHand({ headers, longDate, scope }))).toBe(
        'INVALID_SIGNATURE: it does not say when it was signed',
      )
    },
  )

  test.each(['604801', '0', '1e1', '6 0', ''])('for %s seconds', async (expires) => {
    expect(await reasonFor(byHandInQuery({ 'X-Amz-Expires': expires }))).toBe(
      'INVALID_SIGNATURE: its X-Amz-Expires is not from 1 to 604800 seconds',
    )
  })

  test('for a week, which is the longest', async () => {
    expect(await answerTo(byHandInQuery({ 'X-Amz-Expires': '604800' }))).toBe('admitted')
  })

  test('of a header that is not there', async () => {
    const asked = byHand({ lines: `host:h\nx-absent:\nx-amz-date:${STAMP}` })
    expect(await reasonFor(asked)).toBe('INVALID_SIGNATURE: it signs the x-absent header, which is not there')
  })

  test('of a path that signers and routers read in two ways', async () => {
    const asked = await signed(key, { path: '/a/../b' }, { at })
    expect(await reasonFor(asked)).toBe(
      'INVALID_SIGNATURE: its path has dot segments, which signers take out',
    )
  })

  test('with more in the header than belongs there', async () => {
    const asked = byHand()
    for (const more of [', X=1', ',', ', Signature='])
      expect(await answerTo(edited(asked, 'authorization', (value) => value + more))).toBe(
        'INVALID_SIGNATURE',
      )
  })

  test('of a query whose names only look the same', async () => {
    const asked = byHand({ query: '__proto__=1&a=b%20c' })
    expect(await answerTo(asked)).toBe('admitted')
    expect(await answerTo({ ...asked, target: '/x?a=b+c&__proto__=1' })).toBe('admitted')
    for (const query of [
      'a=b+c',
      '__proto__=2&a=b+c',
      '__proto__=1&a=b+c&x-amz-signature=1',
      'a=b+c&__proto__=1&a=',
    ])
      expect(await answerTo({ ...asked, target: `/x?${query}` })).toBe('INVALID_SIGNATURE')
  })
})
