import { type Contract, mediaType } from '../contract.ts'
import { isRecord } from './io-ts.ts'
import type { Refusal } from './issues.ts'

/** What the caller of a request without a body is to do; nothing where it cannot be told. */
const adviceOf = (
  { accepts = 'application/json' }: Contract,
  headers: unknown,
  bytes: unknown,
): string | undefined => {
  if (bytes instanceof Uint8Array && bytes.length === 0) return 'the request has no body'
  if (!isRecord(headers)) return undefined
  const { 'content-type': given } = headers
  const types = [accepts].flat()
  return types.length === 0 || (typeof given === 'string' && mediaType(given) !== '')
    ? undefined
    : `send it with content-type: ${types.join(' or ')}`
}

/**
 * Says of a body that is not there why: there is none, or it has no content type, and then nothing parses it. `bytes` is
 * what came.
 */
export const advised = (refusal: Refusal, contract: Contract, headers: unknown, bytes: unknown): Refusal => {
  const advice = refusal.value === undefined ? adviceOf(contract, headers, bytes) : undefined
  if (advice === undefined) return refusal
  return {
    ...refusal,
    findings: refusal.findings.map((each) => (each.place.length === 0 ? { ...each, advice } : each)),
  }
}
