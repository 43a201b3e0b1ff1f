import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifySignature } from '../../../local/auth/sigv4.ts'
import { request } from './request.ts'
import { presigned, signed, type ToSign } from './signer.ts'
import { answerTo, at, edited, key, reasonFor, secret, session, verify, withHeader } from './verifying.ts'

const minutes = (count: number): Date => new Date(at.getTime() + count * 60_000)

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('what AWS’s signer signs is admitted', () => {
  const cases: ReadonlyArray<readonly [string, ToSign]> = [
    ['the root', {}],
    ['a path', { path: '/cities/seattle' }],
    ['a path that ends in a slash', { path: '/cities/' }],
    ['an encoded path', { path: '/a%20b/%C3%A9/c%2Fd/e%25f' }],
    ['a path of other characters', { path: "/a!b'(c)*~-._+@:$&,;=" }],
    ['a path with empty segments', { path: '/a//b' }],
    ['a query', { query: { b: '2', a: '1', A: '0' } }],
    ['a query of other characters', { query: { 'a b': 'ü+/?=&%~*', 'c!': "'()" } }],
    ['a repeated parameter', { query: { a: ['2', '1', '10'], 'a-': '0' } }],
    ['a parameter without a value', { query: { flag: '' } }],
    ['headers', { headers: { 'X-Custom': '  a   b\t c ', 'content-type': 'application/json' } }],
    ['a body', { method: 'POST', body: '{"a":1}' }],
    ['a body that is not ASCII', { method: 'PUT', body: 'grüße' }],
    ['DELETE', { method: 'DELETE', path: '/x' }],
  ]

  test.each(cases)('%s', async (_, what) => {
    expect(await verify(await signed(key, what, { at }))).toEqual({
      tag: 'Admitted',
      callers: [
        {
          kind: 'iam',
          accountId: '123456789012',
          accessKey: 'AKIAIOSFODNN7EXAMPLE',
          callerId: 'AIDAIOSFODNN7EXAMPLE',
          userId: 'AIDAIOSFODNN7EXAMPLE',
          userArn: 'arn:aws:iam::123456789012:user/local',
        },
      ],
    })
    expect(await answerTo(await signed(session, what, { at }))).toBe('admitted')
  })

  test.each(cases)('%s, presigned', async (_, what) => {
    expect(await answerTo(await presigned(key, what, { at }))).toBe('admitted')
    expect(await answerTo(await presigned(session, what, { at }))).toBe('admitted')
  })

  test('for any region', async () => {
    for (const region of ['eu-central-1', 'us-gov-west-1', 'mars-1'])
      expect(await answerTo(await signed(key, {}, { at, region }))).toBe('admitted')
  })

  test('with the identity that the settings say', async () => {
    const own = { ...key, accountId: '210987654321', userArn: 'arn:aws:sts::210987654321:assumed-role/r/s' }
    const verdict = await verifySignature([own], await signed(key, {}, { at }), at)
    expect(verdict).toMatchObject({ callers: [{ accountId: own.accountId, userArn: own.userArn }] })
  })

  test('with the checksum of the body in a header', async () => {
    const body = 'payload'
    const hash = createHash('sha256').update(body).digest('hex')
    const what = { method: 'POST', body, headers: { 'x-amz-content-sha256': hash } }
    expect(await answerTo(await signed(key, what, { at }))).toBe('admitted')
  })

  test('of any text', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((each) => each.isWellFormed())
    const path = fc
      .array(
        text.filter((each) => each !== '.' && each !== '..'),
        { maxLength: 4 },
      )
      .map((segments) => `/${segments.map(encodeURIComponent).join('/')}`)
    const query = fc.dictionary(
      text.filter((each) => each !== '' && each !== '__proto__'),
      fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
      { maxKeys: 4 },
    )
    await fc.assert(
      fc.asyncProperty(path, query, text, async (path, query, body) => {
        const asked = await signed(key, { method: 'POST', path, query, body }, { at })
        expect(await answerTo(asked)).toBe('admitted')
        expect(await answerTo({ ...asked, body: Buffer.from(`${body}x`) })).toBe('INVALID_SIGNATURE')
        expect(await answerTo({ ...asked, target: `${asked.target}x` })).toBe('INVALID_SIGNATURE')
      }),
      { numRuns: 200 },
    )
  })
})

describe('payloads', () => {
  test('what x-amz-content-sha256 says is not taken for the body', async () => {
    const said = (value: string): ToSign => ({
      ...{ method: 'POST', body: 'body' },
      headers: { 'x-amz-content-sha256': value },
    })
    for (const value of ['UNSIGNED-PAYLOAD', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', sha('other'), '']) {
      const asked = await signed(key, said(value), { at })
      expect(await answerTo(asked)).toBe('INVALID_SIGNATURE')
      expect(await answerTo({ ...asked, body: Buffer.from('changed') })).toBe('INVALID_SIGNATURE')
    }
  })

  test('a checksum that is added afterwards must be right', async () => {
    const asked = await signed(key, { method: 'POST', body: 'body' }, { at })
    expect(await answerTo(withHeader(asked, 'x-amz-content-sha256', sha('body')))).toBe('admitted')
    expect(await answerTo(withHeader(asked, 'x-amz-content-sha256', sha('x')))).toBe('INVALID_SIGNATURE')
  })
})

describe('time', () => {
  test.each([
    [-6, 'INVALID_SIGNATURE'],
    [-5, 'admitted'],
    [0, 'admitted'],
    [5, 'admitted'],
    [6, 'INVALID_SIGNATURE'],
    [24 * 60, 'INVALID_SIGNATURE'],
  ])('a signature of another clock, %i minutes on', async (later, answer) => {
    expect(await answerTo(await signed(key, {}, { at }), minutes(later))).toBe(answer)
  })

  test.each([
    [-6, 'INVALID_SIGNATURE'],
    [-5, 'admitted'],
    [10, 'admitted'],
    [11, 'INVALID_SIGNATURE'],
  ])('a presigned URL for ten minutes, %i minutes on', async (later, answer) => {
    expect(await answerTo(await presigned(key, {}, { at, expiresIn: 600 }), minutes(later))).toBe(answer)
  })

  test('a presigned URL cannot be made to last', async () => {
    const asked = await presigned(key, {}, { at, expiresIn: 600 })
    for (const expires of ['6000', '0', '-1', '604801', '1e5', '600.0', '', ' 600', '99999999999999999999'])
      expect(
        await answerTo({ ...asked, target: asked.target.replace('Expires=600', `Expires=${expires}`) }),
      ).toBe('INVALID_SIGNATURE')
    expect(await answerTo({ ...asked, target: `${asked.target}&X-Amz-Expires=6000` })).toBe(
      'INVALID_SIGNATURE',
    )
  })

  test('a date that is none', async () => {
    const asked = await signed(key, {}, { at })
    for (const date of [
      '20261322T120000Z',
      '20261122T250000Z',
      '20260231T000000Z',
      '2026-11-22T12:00:00Z',
      '',
      'x',
    ])
      expect(await answerTo(withHeader(asked, 'x-amz-date', date))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(withHeader(asked, 'x-amz-date'))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(withHeader(asked, 'x-amz-date', '20261122T120000Z', '20261122T120000Z'))).toBe(
      'INVALID_SIGNATURE',
    )
  })

  test('the day may change between signing and arriving', async () => {
    const midnight = new Date('2026-11-22T23:59:59Z')
    const asked = await signed(key, {}, { at: midnight })
    expect(await answerTo(asked, new Date('2026-11-23T00:00:01Z'))).toBe('admitted')
  })
})

describe('whose credentials', () => {
  test('nobody’s: there is no signature', async () => {
    expect(await answerTo(request('/'))).toBe('MISSING_AUTHENTICATION_TOKEN')
    expect(await answerTo(request('/?X-Amz-Algorithm=AWS4-HMAC-SHA256'))).toBe('MISSING_AUTHENTICATION_TOKEN')
  })

  test('an access key that is not known', async () => {
    const other = { ...key, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }
    expect(await answerTo(await signed(other, {}, { at }))).toBe('ACCESS_DENIED')
    expect(await answerTo(await presigned(other, {}, { at }))).toBe('ACCESS_DENIED')
  })

  test('a known access key with another secret', async () => {
    const other = { ...key, secretAccessKey: secret() }
    expect(await answerTo(await signed(other, {}, { at }))).toBe('INVALID_SIGNATURE')
    expect(await answerTo(await presigned(other, {}, { at }))).toBe('INVALID_SIGNATURE')
  })

  test('a session without its token, with another, and a token where there is no session', async () => {
    const { accessKeyId, secretAccessKey } = session
    const without = { accessKeyId, secretAccessKey }
    for (const sign of [signed, presigned]) {
      expect(await answerTo(await sign(without, {}, { at }))).toBe('ACCESS_DENIED')
      expect(await answerTo(await sign({ ...without, sessionToken: 'other' }, {}, { at }))).toBe(
        'ACCESS_DENIED',
      )
      expect(await answerTo(await sign({ ...key, sessionToken: 'some' }, {}, { at }))).toBe('ACCESS_DENIED')
    }
  })

  test('a session token that is not signed, or is there twice', async () => {
    const asked = await signed(session, {}, { at })
    const unsigned = edited(asked, 'authorization', (value) => value.replace(';x-amz-security-token', ''))
    expect(await answerTo(unsigned)).toBe('INVALID_SIGNATURE')
    const token = session.sessionToken ?? ''
    expect(await reasonFor(withHeader(asked, 'x-amz-security-token', token, token))).toBe(
      'INVALID_SIGNATURE: it has more than one session token',
    )
    const url = await presigned(session, {}, { at })
    const twice = `${url.target}&X-Amz-Security-Token=${encodeURIComponent(token)}`
    expect(await answerTo({ ...url, target: twice })).toBe('INVALID_SIGNATURE')
  })
})
