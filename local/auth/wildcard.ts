/** Stands for any text, none included. */
const ANY = Symbol('*')

/** Stands for any one character. */
const ONE = Symbol('?')

/** Stands for what is not known here, so no text is it. */
const NEVER = Symbol('variable')

type Place = string | typeof ANY | typeof ONE | typeof NEVER

/** A text with wildcards, place by place. */
export type Pattern = ReadonlyArray<Place>

const placeOf = (character: string): Place => (character === '*' ? ANY : character === '?' ? ONE : character)

/** Reads `*` and `?`; everything else is itself. */
export const readPattern = (text: string): Pattern => Array.from(text, placeOf)

/**
 * Reads `*`, `?` and policy variables: `${*}`, `${?}` and `${$}` are those characters themselves, and the value of any
 * other is not known here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 *
 * @param isWide whether a variable may be any text, or none at all
 */
export const readPatternWithVariables = (text: string, isWide: boolean): Pattern => {
  const read: Array<Pattern> = []
  let rest = 0
  while (rest < text.length) {
    const open = text.indexOf('${', rest)
    const close = open < 0 ? -1 : text.indexOf('}', open)
    if (close < 0) break
    const name = text.slice(open + 2, close)
    read.push(readPattern(text.slice(rest, open)))
    read.push([/^[*?$]$/.test(name) ? name : isWide ? ANY : NEVER])
    rest = close + 1
  }
  return [...read, readPattern(text.slice(rest))].flat()
}

/** The parts of a pattern between colons that are none of a wildcard's. */
export const splitAtColons = (pattern: Pattern): ReadonlyArray<Pattern> => {
  const parts: Place[][] = [[]]
  for (const place of pattern) {
    if (place === ':') parts.push([])
    else parts.at(-1)?.push(place)
  }
  return parts
}

/** Whether a pattern ends in `*`. */
export const isOpen = (pattern: Pattern): boolean => pattern.at(-1) === ANY

/**
 * Whether a text is what a pattern stands for, all of it. It goes back to the last `*` at most, so that it takes the
 * product of both lengths and no more, whatever the pattern.
 */
export const matches = (pattern: Pattern, text: string): boolean => {
  const characters = Array.from(text)
  let place = 0
  let at = 0
  let star = -1
  let resume = 0
  while (at < characters.length) {
    const here = pattern[place]
    if (here === ANY) {
      star = place++
      resume = at
    } else if (here === ONE || (here !== undefined && here === characters[at])) {
      place++
      at++
    } else if (star >= 0) {
      place = star + 1
      at = ++resume
    } else return false
  }
  while (pattern[place] === ANY) place++
  return place === pattern.length
}
