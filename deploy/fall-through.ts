/**
 * How specific a path is, for comparison as text: a literal goes before a parameter, a parameter before a rest, segment
 * by segment; `undefined` where a request path is for another.
 *
 * @param path as gateways write it: `/cities/{city}`
 * @param request a request path, percent-decoded
 */
export const rankOf = (path: string, request: string): string | undefined => {
  if (path === '/') return request === '/' ? '' : undefined
  const segments = request === '/' ? [] : request.slice(1).split('/')
  const expected = path.slice(1).split('/')
  let rank = ''
  for (const [index, each] of expected.entries()) {
    const actual = segments[index]
    if (actual === undefined) return undefined
    if (/^\{.*\+\}$/.test(each)) return `${rank}2`
    if (/^\{.*\}$/.test(each)) rank += '1'
    else if (each === actual) rank += '0'
    else return undefined
  }
  return expected.length === segments.length ? rank : undefined
}

/** Which of some things a request path comes to: that with the most specific path. */
export const mostSpecific = <A extends { readonly path: string }>(
  all: ReadonlyArray<A>,
  request: string,
): A | undefined => {
  let best: { readonly each: A; readonly rank: string } | undefined
  for (const each of all) {
    const rank = rankOf(each.path, request)
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { each, rank }
  }
  return best?.each
}

const literalsIn = (path: string): number =>
  path.split('/').filter((each) => each !== '' && !each.startsWith('{')).length

const isAbove = (path: string, below: string): boolean => path === '/' || below.startsWith(`${path}/`)

/** How to find what is needed. */
interface Need<A> {
  /** Whether one must be there in any case. */
  readonly isNeeded: (each: A) => boolean
  /** Whether what is left out comes to the same among those that are kept. */
  readonly fallsWell: (each: A, kept: ReadonlyArray<A>) => boolean
  /** Whether what is kept brings what is above it: a REST API's resources hang on their parents. */
  readonly withParents: boolean
}

/** What is needed of some things, when those that may be left out would fall to others that do the same. */
export const needed = <A extends { readonly path: string }>(
  all: ReadonlyArray<A>,
  { isNeeded, fallsWell, withParents }: Need<A>,
): ReadonlyArray<A> => {
  const kept = new Set<A>()
  const keep = (each: A): void => {
    kept.add(each)
    if (withParents) for (const other of all) if (isAbove(other.path, each.path)) kept.add(other)
  }
  for (const each of all.filter(isNeeded)) keep(each)
  // What takes more requests comes first: one of it may be enough for all that are below. What is added lets everybody
  // in, so that what fell well before still does.
  for (const each of all.toSorted((a, b) => literalsIn(a.path) - literalsIn(b.path)))
    if (!kept.has(each) && !fallsWell(each, [...kept])) keep(each)
  return all.filter((each) => kept.has(each))
}
