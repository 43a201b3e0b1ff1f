import { createHash } from 'node:crypto'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { bearer, type Case, type Expected, given, key, ours, secret, session } from './matrix-case.ts'
import { type Key, presigned, signed } from './signer.ts'

export interface Signing {
  readonly by?: Key
  readonly at?: Date
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly change?: (asked: WireRequest) => WireRequest
}

export const iamCase = (name: string, expected: Expected, how: Signing = {}, sign = signed): Case => ({
  name: `/iam-role: ${name}`,
  ask: async (host) => {
    const { by = key, at = new Date(), body, change = (asked) => asked } = how
    const method = body === undefined ? 'GET' : 'POST'
    const what = { method, path: '/iam-role', query: { q: 'a b' }, host, headers: how.headers ?? {} }
    return change(await sign(by, body === undefined ? what : { ...what, body }, { at }))
  },
  rest: expected,
  http: expected,
})

const header =
  (name: string, edit: (value: string) => string) =>
  (asked: WireRequest): WireRequest => ({
    ...asked,
    headers: asked.headers.map(([each, value]) => [each, each.toLowerCase() === name ? edit(value) : value]),
  })
const target =
  (from: string, to: string) =>
  (asked: WireRequest): WireRequest => ({
    ...asked,
    target: asked.target.replace(from, to),
  })
const minutesFromNow = (count: number): Date => new Date(Date.now() + count * 60_000)
const unsigned = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const iamCases: ReadonlyArray<Case> = [
  iamCase('signed', 'admitted'),
  iamCase('signed, with a session', 'admitted', { by: session }),
  iamCase('signed, with a body', 'admitted', { body: '{"a":1}' }),
  iamCase('presigned', 'admitted', {}, presigned),
  iamCase('presigned, with a session', 'admitted', { by: session }, presigned),
  given('not signed', '/iam-role', [], 'MISSING_AUTHENTICATION_TOKEN'),
  given('a bearer token', '/iam-role', bearer(ours.token({ sub: 'jane' })), 'INVALID_SIGNATURE'),
  iamCase('by another secret', 'INVALID_SIGNATURE', { by: { ...key, secretAccessKey: secret() } }),
  iamCase('by another access key', 'ACCESS_DENIED', { by: { ...key, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' } }),
  iamCase('with another session’s token', 'ACCESS_DENIED', { by: { ...session, sessionToken: secret() } }),
  iamCase('six minutes ago', 'INVALID_SIGNATURE', { at: minutesFromNow(-6) }),
  iamCase('six minutes from now', 'INVALID_SIGNATURE', { at: minutesFromNow(6) }),
  iamCase('for another path', 'INVALID_SIGNATURE', { change: target('/iam-role', '/iam-role/') }),
  iamCase('for another query', 'INVALID_SIGNATURE', { change: target('q=', 'q=x') }),
  iamCase('for another method', 'INVALID_SIGNATURE', { change: (asked) => ({ ...asked, method: 'POST' }) }),
  iamCase('for another body', 'INVALID_SIGNATURE', {
    body: 'a',
    change: (asked) => ({ ...asked, body: Buffer.from('b') }),
  }),
  iamCase('for no body in particular', 'INVALID_SIGNATURE', { body: 'a', headers: unsigned }),
  iamCase('for the body that a header tells', 'INVALID_SIGNATURE', {
    body: 'a',
    headers: { 'x-amz-content-sha256': hashOf('a') },
    change: (asked) => ({ ...asked, body: Buffer.from('b') }),
  }),
  iamCase('with a signature changed', 'INVALID_SIGNATURE', {
    change: header('authorization', (value) => value.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
  }),
  iamCase('for another service', 'INVALID_SIGNATURE', {
    change: header('authorization', (value) => value.replace('execute-api', 's3')),
  }),
  iamCase('presigned, and expired', 'INVALID_SIGNATURE', { at: minutesFromNow(-6) }, presigned),
  iamCase(
    'presigned, and made to last',
    'INVALID_SIGNATURE',
    { at: minutesFromNow(-6), change: target('Expires=60', 'Expires=6000') },
    presigned,
  ),
]
