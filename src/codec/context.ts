import type * as t from '#io-ts'

/** Those that pass their own context on to what they wrap: an entry below them is an entry of that. */
const WRAPPERS: ReadonlySet<unknown> = new Set([
  'ExactType',
  'ReadonlyType',
  'RefinementType',
  'RecursiveType',
])

const isChoice = (type: object): boolean => {
  let at: unknown = type
  while (typeof at === 'object' && at !== null && '_tag' in at) {
    if (at._tag === 'UnionType' || at._tag === 'IntersectionType') return true
    if (!WRAPPERS.has(at._tag) || !('type' in at)) return false
    at = at.type
  }
  return false
}

/**
 * The path to the value that a context of io-ts is about. io-ts also enters which member of a union or an intersection it
 * was trying: that is no part of the value's path.
 */
export const pathOf = (context: t.Context): ReadonlyArray<string | number> => {
  const path: Array<string | number> = []
  for (let index = 1; index < context.length; index++) {
    const [parent, entry] = [context[index - 1], context[index]]
    if (parent === undefined || entry === undefined || isChoice(parent.type)) continue
    path.push(Array.isArray(parent.actual) ? Number(entry.key) : entry.key)
  }
  return path
}
