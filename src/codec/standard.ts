import { isLeft } from '#fp/Either'
import * as t from '#io-ts'
import type { StandardIssue, StandardResult, StandardSchema } from '../codec.ts'
import { ioTsFindings } from '../decode/io-ts-findings.ts'

/**
 * A codec for what HTTP carries: an io-ts codec that is a Standard Schema as well.
 *
 * @since 0.1.0
 */
export interface WireCodec<A, O = string> extends t.Type<A, O, unknown>, StandardSchema<O, A> {}

/** The issues of what io-ts found, each once: several codecs may say the same of one place. */
const issuesOf = (errors: t.Errors): ReadonlyArray<StandardIssue> => {
  const issues = new Map<string, StandardIssue>()
  for (const { expected, place } of ioTsFindings(errors, [])) {
    // Never the codec's own message: it may repeat the value.
    const issue = { message: `expected ${expected}`, path: place }
    issues.set(JSON.stringify(issue), issue)
  }
  return [...issues.values()]
}

const standardOf = <A, O>(codec: t.Type<A, O, unknown>): StandardSchema<O, A>['~standard'] => ({
  version: 1,
  vendor: 'calix',
  validate: (value): StandardResult<A> => {
    const result = codec.decode(value)
    return isLeft(result) ? { issues: issuesOf(result.left) } : { value: result.right }
  },
})

/** A copy of a codec with more on it. What is in the copy's errors is the copy. */
export const extended = <C extends t.Mixed, X extends object>(
  codec: C,
  more: X,
): C & X & StandardSchema<C['_O'], C['_A']> => {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(codec)), codec, more)
  return Object.assign(copy, { decode: t.Type.prototype.decode.bind(copy), '~standard': standardOf(copy) })
}

/**
 * An io-ts codec as a Standard Schema (standardschema.dev, version 1) too, for what reads those. Its input is what the
 * codec encodes to and its output what it decodes to. Messages never repeat the value.
 *
 * @since 0.1.0
 * @example
 * const User = standard(t.type({ name: t.string }, 'User'))
 * User['~standard'].validate({ name: 1 }) // { issues: [{ message: 'expected string', path: ['name'] }] }
 */
export const standard = <C extends t.Mixed>(codec: C): C & StandardSchema<C['_O'], C['_A']> =>
  extended(codec, {})
