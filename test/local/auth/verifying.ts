import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { verifySignature } from '../../../local/auth/sigv4.ts'
import type { Verdict } from '../../../local/auth/verdict.ts'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import type { Key } from './signer.ts'

export const secret = (): string => randomBytes(30).toString('base64')
export const key: Key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: secret() }
export const session: Key = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: secret(),
  sessionToken: secret(),
}

export const at = new Date('2026-11-22T12:00:00Z')

export const verify = (asked: WireRequest, now: Date = at): Promise<Verdict> =>
  verifySignature([key, session], asked, now)

export const answerTo = async (asked: WireRequest, now: Date = at): Promise<string> => {
  const verdict = await verify(asked, now)
  if (verdict.tag === 'Admitted') return 'admitted'
  // A log is no place for what would let its reader in.
  for (const each of [key.secretAccessKey, session.secretAccessKey, session.sessionToken ?? ''])
    expect(verdict.reason).not.toContain(each)
  expect(verdict.reason).not.toMatch(/[0-9a-f]{64}/)
  return verdict.answer
}

const headersBut = (asked: WireRequest, name: string): WireRequest['headers'] =>
  asked.headers.filter(([each]) => each.toLowerCase() !== name)

/** The same request with other headers: a new value, or several, or none. */
export const withHeader = (
  asked: WireRequest,
  name: string,
  ...values: ReadonlyArray<string>
): WireRequest => ({
  ...asked,
  headers: [...headersBut(asked, name), ...values.map((value) => [name, value] as const)],
})

export const edited = (asked: WireRequest, name: string, edit: (value: string) => string): WireRequest => ({
  ...asked,
  headers: asked.headers.map(([each, value]) => [each, each.toLowerCase() === name ? edit(value) : value]),
})

export const reasonFor = async (asked: WireRequest): Promise<string> => {
  const verdict = await verify(asked)
  return verdict.tag === 'Refused' ? `${verdict.answer}: ${verdict.reason}` : verdict.tag
}
