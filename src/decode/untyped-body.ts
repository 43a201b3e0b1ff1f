import type { Contract } from '../contract.ts'
import { isRecord } from './io-ts.ts'
import type { Refusal } from './issues.ts'

/**
 * Says of a body that is not there what most often is the reason, where a request has no content type: nothing parses it
 * then.
 */
export const advised = (
  refusal: Refusal,
  { accepts = 'application/json' }: Contract,
  headers: unknown,
): Refusal => {
  if (refusal.value !== undefined || !isRecord(headers) || headers['content-type'] !== undefined)
    return refusal
  const types = [accepts].flat().join(' or ')
  const advice = `send it with content-type: ${types}`
  return {
    ...refusal,
    findings: refusal.findings.map((each) => (each.place.length === 0 ? { ...each, advice } : each)),
  }
}
