import type { Issue, Part } from '../issue.ts'
import type { Finding } from './finding.ts'
import { issueAt, issueOf } from './wording.ts'

const MOST_ISSUES = 20

/** A part of a request that was not decoded: what is wrong with it, and what it is. */
export interface Refusal {
  readonly part: Part
  readonly value: unknown
  readonly findings: ReadonlyArray<Finding>
  /** Whether there may be more than was looked for. */
  readonly isCut?: boolean
}

/**
 * Everything that is wrong with a request, each thing once, in the order of the parts and then as it was found; after 20
 * of them only how many more there are.
 */
export const issuesOf = (refusals: ReadonlyArray<Refusal>): ReadonlyArray<Issue> => {
  const issues = new Map<string, { readonly part: Part; readonly word: () => Issue }>()
  for (const { findings, part, value } of refusals)
    for (const finding of findings)
      issues.set(JSON.stringify(issueAt(part, finding)), { part, word: () => issueOf(part, finding, value) })
  const all = [...issues.values()]
  const [next] = all.slice(MOST_ISSUES)
  // Those that nobody sees are not put into words: whether a message repeats a value takes a look at all of it.
  const shown = all.slice(0, MOST_ISSUES).map(({ word }) => word())
  if (next === undefined) return shown
  const more = all.length - MOST_ISSUES
  const least = refusals.some(({ isCut }) => isCut === true) ? 'at least ' : ''
  const message = `and ${least}${more} more ${more === 1 ? 'issue' : 'issues'}`
  return [...shown, { in: next.part, path: [], expected: 'fewer issues', message }]
}
