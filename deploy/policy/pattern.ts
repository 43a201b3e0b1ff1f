/**
 * A sign that stands for a part which is not known: one text, but which? It agrees with whatever is in its place, on
 * either side of a comparison, and no ARN or action has it.
 */
export const ANYTHING = '\u0000'

/** The signs of a pattern; `?` before `*` in a run of both, which means the same and makes runs alike. */
const signsOf = (pattern: string): ReadonlyArray<string> => [
  ...pattern.replaceAll(/[*?]{2,}/g, (run) => `${run.replaceAll('*', '')}${run.includes('*') ? '*' : ''}`),
]

/**
 * Whether two patterns agree, sign by sign.
 *
 * @param stretches which sign of each side may take the place of any number of the other's
 * @param agree whether a sign of one stands for one of the other
 */
const agreement = (
  left: ReadonlyArray<string>,
  right: ReadonlyArray<string>,
  stretches: (sign: string, side: 'left' | 'right') => boolean,
  agree: (left: string, right: string) => boolean,
): boolean => {
  // Row by row over `left`: whether what is before a sign of it agrees with what is before each sign of `right`.
  let row = Array.from(
    { length: right.length + 1 },
    (_, index) => index === 0 || right.slice(0, index).every((sign) => stretches(sign, 'right')),
  )
  for (const sign of left) {
    const takesMore = stretches(sign, 'left')
    const next = [takesMore && row[0] === true]
    for (const [index, other] of right.entries()) {
      const [before, above, beside] = [row[index], row[index + 1], next[index]]
      next.push(
        (takesMore && (above === true || beside === true)) ||
          (stretches(other, 'right') && (above === true || beside === true)) ||
          (before === true && agree(sign, other)),
      )
    }
    row = next
  }
  return row[right.length] === true
}

/**
 * Whether a pattern covers another, whose `*` is a sign that only a `*` stands for. It goes back to the last `*` alone,
 * since what an earlier one could take, the last one can as well: many pairs at little cost.
 */
const stretchesOver = (wide: ReadonlyArray<string>, narrow: ReadonlyArray<string>): boolean => {
  let [at, over] = [0, 0]
  let last: { readonly star: number; readonly taken: number } | undefined
  while (over < narrow.length) {
    const [sign, other] = [wide[at], narrow[over]]
    if (sign === '*') {
      last = { star: at, taken: over }
      at += 1
    } else if (sign === other || (sign === '?' && other !== '*')) {
      at += 1
      over += 1
    } else if (last !== undefined) {
      last = { star: last.star, taken: last.taken + 1 }
      at = last.star + 1
      over = last.taken
    } else return false
  }
  return wide.slice(at).every((sign) => sign === '*')
}

/**
 * Whether everything that one pattern stands for, another stands for too. In a pattern `*` is any number of signs and
 * `?` is one, as in an IAM policy:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const covers = (wide: string, narrow: string): boolean => coverage(wide)(narrow)

const coverage = (wide: string): ((narrow: string) => boolean) => {
  if (wide === '*') return () => true
  const signs = signsOf(wide)
  const stars = signs.map((sign) => (sign === ANYTHING ? '*' : sign))
  return (narrow) =>
    wide === narrow ||
    (narrow.includes(ANYTHING)
      ? agreement(
          signs,
          signsOf(narrow),
          (sign, side) => sign === ANYTHING || (side === 'left' && sign === '*'),
          (sign, other) => sign === other || (sign === '?' && other !== '*'),
        )
      : stretchesOver(stars, signsOf(narrow)))
}

/** Whether there is something that both patterns stand for. */
export const overlaps = (left: string, right: string): boolean =>
  agreement(
    signsOf(left),
    signsOf(right),
    (sign) => sign === '*' || sign === ANYTHING,
    (sign, other) => sign === other || sign === '?' || other === '?',
  )

/** Without those that another one covers, sorted. */
export const widest = (patterns: Iterable<string>): ReadonlyArray<string> => {
  const all = [...new Set(patterns)].sort()
  const wide = all.flatMap((pattern, at) =>
    /[*?]/.test(pattern) ? [{ pattern, at, covered: coverage(pattern) }] : [],
  )
  // Of two that cover each other, as `a?*` and `a*?`, the first stays.
  return all.filter(
    (each, index) =>
      !wide.some(
        ({ at, covered, pattern }) => at !== index && covered(each) && (at < index || !covers(each, pattern)),
      ),
  )
}
