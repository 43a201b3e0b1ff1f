import { type Known, text, UNKNOWN } from '../../../../deploy/policy/known.ts'

/** A value of a run, as the source would have told it if it had been written there. */
export const knownOf = (value: unknown): Known => {
  if (typeof value === 'string') return text(value)
  if (value === null || value === undefined) return { kind: 'literal', value }
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'literal', value }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(knownOf), isOpen: false }
  if (typeof value !== 'object' || !isPlain(value)) return UNKNOWN
  const fields = Object.entries(value).map(([name, each]) => [name, knownOf(each)] as const)
  return { kind: 'record', fields: new Map(fields), isOpen: false }
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
