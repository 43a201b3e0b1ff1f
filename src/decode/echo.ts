const MOST_TEXTS = 1_000
const MOST_LENGTH = 20_000
/** So few characters are found in any text by chance. */
const LEAST = 3
const RUN = 8

/** Whether a text, in lower case, repeats a whole, or a run of characters of it. */
const repeats = (text: string, given: string): boolean => {
  if (given.length < LEAST) return false
  const whole = given.toLowerCase()
  if (text.includes(whole) || text.includes(JSON.stringify(whole).slice(1, -1))) return true
  for (let i = 0; i + RUN <= text.length; i += 1) if (whole.includes(text.slice(i, i + RUN))) return true
  return false
}

/**
 * Whether a text that the author of a codec wrote repeats something of a value: such texts are often templates. It is
 * said to where that takes too long to find out. Letters of the other case count as the same: templates change it.
 */
export const echoes = (given: string, value: unknown): boolean => {
  const text = given.toLowerCase()
  const waiting: Array<unknown> = [value]
  let length = 0
  for (let count = 0; waiting.length > 0; count += 1) {
    const each = waiting.pop()
    if (count > MOST_TEXTS || length > MOST_LENGTH) return true
    if (typeof each === 'string') {
      length += each.length
      if (length > MOST_LENGTH || repeats(text, each)) return true
    } else if (typeof each === 'number' || typeof each === 'bigint') {
      if (repeats(text, String(each))) return true
    } else if (typeof each === 'object' && each !== null) {
      const inside = Object.values(each)
      if (inside.length > MOST_TEXTS) return true
      waiting.push(...inside)
    }
  }
  return false
}
