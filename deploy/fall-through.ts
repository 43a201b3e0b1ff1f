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

/**
 * What is needed of some things, when those that may be left out would fall to others that do the same.
 *
 * @param isNeeded whether one must be there in any case
 * @param fallsWell whether what is left out comes to the same among those that are kept
 */
export const needed = <A>(
  all: ReadonlyArray<A>,
  isNeeded: (each: A) => boolean,
  fallsWell: (each: A, kept: ReadonlyArray<A>) => boolean,
): ReadonlyArray<A> => {
  let kept = all.filter(isNeeded)
  // Keeping one more only lets others fall to something that lets everybody in as well, so this comes to an end.
  for (;;) {
    const missed = all.filter((each) => !kept.includes(each) && !fallsWell(each, kept))
    if (missed.length === 0) return kept
    const known = new Set([...kept, ...missed])
    kept = all.filter((each) => known.has(each))
  }
}
