const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Whether a text is a token (RFC 9110 §5.6.2): what a header's name is made of. */
export const isToken = (text: string): boolean => TOKEN.test(text)

/** Field content (RFC 9110 §5.5): no CR, LF, NUL or other control, and nothing beyond one byte a character. */
const FIELD = /^[\t\x20-\x7e\x80-\xff]*$/

/**
 * The value that each header last passed with: apps send the same few headers with every answer, and looking through
 * their characters again is most of what sending them costs. Short ones, of a bounded number of names.
 */
const passed = new Map<string, string>()
const MOST_NAMES = 64
const LONGEST = 256

/** Whether a header, its name in lower case, is one that has passed before. */
export const hasPassed = (name: string, value: string): boolean => passed.get(name) === value

/** @throws TypeError when the header would break the wire; it names the header, never its value. */
export const assertHeader = (name: string, value: unknown): void => {
  if (typeof value === 'string' && hasPassed(name, value)) return
  if (!isToken(name))
    throw new TypeError(
      `Header name ${JSON.stringify(name)} cannot be sent: RFC 9110 allows letters, digits and '-'`,
    )
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new TypeError(`Header '${name}' cannot be sent: its value is a ${typeof value}, not text`)
  if (typeof value !== 'string') return
  if (!FIELD.test(value))
    throw new TypeError(
      `Header '${name}' cannot be sent: its value has a control character, or one beyond Latin-1; percent-encode it`,
    )
  // A cookie is another one with each answer, and not to be kept.
  const isShort = value.length <= LONGEST && name.length <= LONGEST && name !== 'set-cookie'
  if (isShort && name === name.toLowerCase() && (passed.size < MOST_NAMES || passed.has(name)))
    passed.set(name, value)
}

/** Whether a header can be sent. */
export const isSendable = (name: string, value: unknown): boolean => {
  try {
    assertHeader(name, value)
    return true
  } catch {
    return false
  }
}

/** @throws TypeError when no gateway would send the status. */
export const assertStatus = (status: unknown): void => {
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError(`Status ${String(status)} cannot be sent: it is a whole number from 200 to 599`)
}
