/** A place in a value: names and indices, from the outside in. */
export type Place = ReadonlyArray<string | number>

/** One thing that is wrong with a part of a request, before it is put into words. */
export interface Finding {
  readonly place: Place
  readonly expected: string
  /** What is there. */
  readonly received: unknown
  /** What the author of the codec says of it, in place of what was expected. */
  readonly note?: string | undefined
  /** What its caller is to do. */
  readonly advice?: string | undefined
  /** Whether it is a fixed value that differs, such as the one that tells the members of a union apart. */
  readonly isLiteral?: boolean
}

/** The first of some things; the others are not even looked for. */
export const first = <A>(all: Iterable<A>, most: number): ReadonlyArray<A> => {
  const some: Array<A> = []
  for (const each of all) {
    some.push(each)
    if (some.length === most) break
  }
  return some
}

/**
 * What is wrong with a value that none of several codecs decodes: what the one found that got further than its first
 * look, where that is one alone, and else that it is none of them.
 */
export const choose = (
  groups: ReadonlyArray<ReadonlyArray<Finding>>,
  none: Finding,
): ReadonlyArray<Finding> => {
  const depth = none.place.length
  const further = groups.filter((each) => each.every(({ place }) => place.length > depth))
  const meant = further.filter((each) => !each.some((one) => one.isLiteral && one.place.length === depth + 1))
  const [only, another] = further.length === 1 ? further : meant
  return only !== undefined && another === undefined ? only : [none]
}
