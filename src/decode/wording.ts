import type { Issue, Part } from '../issue.ts'
import { echoes } from './echo.ts'
import type { Finding, Place } from './finding.ts'

const MOST_NAME = 80
const MOST_DEPTH = 16
const MOST_PLACE = 100
const MOST_MESSAGE = 200
const MOST_VALUE = 40

/** A text of so many characters at most. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

/** Names whose values are nobody else's business, wherever they are. */
const SECRET =
  /pass|pwd|secret|token|key|auth|credential|cookie|session|signature|\bsig\b|jwt|bearer|otp|\bpin\b|\bpw\b|\bcode\b|cvv|cvc|ssn|iban|card/i

const isSecret = (place: Place): boolean => place.some((each) => SECRET.test(String(each)))

/** `body.items[0].name` */
const placeText = (part: Part, place: Place): string => {
  const steps = place.map((each) => {
    if (typeof each === 'number') return `[${each}]`
    return /^[\w$-]+$/.test(each) ? `.${each}` : `[${JSON.stringify(each)}]`
  })
  return cut(`${part}${steps.join('')}`, MOST_PLACE)
}

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Values of a URL may be shown: they are in logs and address bars anyway, unless a name says that they are secret. */
const receivedText = (part: Part, { place, received }: Finding): string =>
  typeof received === 'string' && (part === 'params' || part === 'query') && !isSecret(place)
    ? JSON.stringify(cut(received, MOST_VALUE))
    : kindOf(received)

const claim = (part: Part, finding: Finding, whole: unknown): string => {
  const { advice, expected, note } = finding
  if (note !== undefined && note !== '' && !echoes(note, whole)) return note
  const received = receivedText(part, finding)
  const got = received === expected ? `another ${received}` : received
  return `expected ${expected}, got ${got}${advice === undefined ? '' : `: ${advice}`}`
}

/** An issue without its message, which takes the longest. */
export const issueAt = (part: Part, { expected, place }: Finding): Omit<Issue, 'message'> => ({
  in: part,
  path: place.slice(0, MOST_DEPTH).map((each) => (typeof each === 'string' ? cut(each, MOST_NAME) : each)),
  expected: cut(expected, MOST_NAME),
})

/**
 * What is wrong with a part of a request, for the wire: nothing of it is longer than a line, and of a body, of headers and
 * of cookies it shows no value, only names.
 */
export const issueOf = (part: Part, finding: Finding, whole: unknown): Issue => {
  const issue = issueAt(part, finding)
  const message = cut(`${placeText(part, issue.path)}: ${claim(part, finding, whole)}`, MOST_MESSAGE)
  return { ...issue, message }
}
