import { isPromiseLike } from '../result.ts'
import { emptyValues } from '../values.ts'
import type { Finding } from './finding.ts'
import { isRecord } from './io-ts.ts'
import type { Refusal } from './issues.ts'
import type { Decode, Outcome } from './outcome.ts'

type Query = { readonly [name: string]: unknown }

/** The names that something is wrong with and that came once: each of them may be meant as a list of one. */
const suspects = (query: Query, findings: ReadonlyArray<Finding>): ReadonlySet<unknown> =>
  new Set(
    findings.flatMap(({ place: [name] }) =>
      typeof name === 'string' && Object.hasOwn(query, name) && typeof query[name] === 'string' ? [name] : [],
    ),
  )

const withLists = (query: Query, names: ReadonlySet<unknown>): Query => {
  const listed = emptyValues<unknown>()
  for (const [name, value] of Object.entries(query)) listed[name] = names.has(name) ? [value] : value
  return listed
}

/** What is wrong with a query of whose names some are lists, and others are not: of each what it is found to be. */
const together = (before: Refusal, after: Refusal, names: ReadonlySet<unknown>): Refusal => {
  // Not all of it was looked at, so nobody knows which names are lists.
  if (before.isCut === true || after.isCut === true) return before
  // What an author says of a list is said of one; `expected integer` is what a list is not.
  const isFlat = ({ note, place }: Finding): boolean => place.length === 1 && note === undefined
  const others = new Set(after.findings.filter(isFlat).map(({ place: [name] }) => name))
  const isList = ({ place: [name] }: Finding): boolean => names.has(name) && !others.has(name)
  const isOther = ({ place: [name] }: Finding): boolean => !names.has(name)
  return {
    ...before,
    findings: [
      ...before.findings.filter((each) => !isList(each)),
      ...after.findings.filter((each) => isList(each) || isOther(each)),
    ],
  }
}

/**
 * Has a query decoded once more where it is refused, with a list of one in the place of each text that something is wrong
 * with: nothing on the wire tells the two apart, and `?tag=a` is as good a list as `?tag=a&tag=b`.
 */
export const takingLoneValues =
  (decode: Decode): Decode =>
  (query) => {
    const again = (before: Outcome): Outcome | PromiseLike<Outcome> => {
      if ('decoded' in before || !isRecord(query)) return before
      const names = suspects(query, before.findings)
      if (names.size === 0) return before
      const settle = (after: Outcome): Outcome =>
        'decoded' in after ? after : together(before, after, names)
      try {
        const after = decode(withLists(query, names))
        // A codec that fails on a list was not made for one.
        return isPromiseLike(after) ? after.then(settle, () => before) : settle(after)
      } catch {
        return before
      }
    }
    const outcome = decode(query)
    return isPromiseLike(outcome) ? outcome.then(again) : again(outcome)
  }
