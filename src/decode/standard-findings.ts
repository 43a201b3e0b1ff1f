import type { StandardIssue } from '../codec.ts'
import { echoes } from './echo.ts'
import { oneOf } from './expected.ts'
import { choose, type Finding, type Place } from './finding.ts'
import { isRecord } from './io-ts.ts'

/** What validators say of an issue beside what Standard Schema asks for, by the names that they have for it. */
interface Details {
  readonly code?: unknown
  readonly expected?: unknown
  readonly errors?: unknown
  readonly format?: unknown
  readonly keys?: unknown
  readonly maximum?: unknown
  readonly minimum?: unknown
  readonly origin?: unknown
  readonly values?: unknown
}

// Not the path's own `map`: ArkType's paths are a class of lists whose `map` makes something of none.
const placeOf = ({ path = [] }: StandardIssue): Place =>
  Array.from(path, (step) => {
    const key = typeof step === 'object' ? step.key : step
    return typeof key === 'number' ? key : String(key)
  })

const at = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as { readonly [key: string | number]: unknown })[key]
        : undefined,
    value,
  )

const limit = ({ maximum, minimum, origin }: Details): string | undefined => {
  const kind = typeof origin === 'string' ? `${origin} of ` : ''
  if (minimum !== undefined) return `${kind}at least ${String(minimum)}`
  return maximum === undefined ? undefined : `${kind}at most ${String(maximum)}`
}

/** Validators whose `expected` comes from the schema alone. */
const PLAIN = new Set(['zod', 'valibot'])

/** What is asked for, as far as the validator says it apart from its message: messages of some repeat the value. */
const expectedOf = (vendor: string, details: Details, place: Place, whole: unknown): string => {
  const { expected, format, values } = details
  if (typeof expected === 'string') {
    // What valibot expects of a field that is missing is its name.
    if (expected === JSON.stringify(place.at(-1))) return 'value'
    // ArkType says of some unions what was there.
    return PLAIN.has(vendor) || !(/\(was /.test(expected) || echoes(expected, whole))
      ? expected
      : 'valid value'
  }
  if (Array.isArray(values)) return oneOf(values)
  return typeof format === 'string' ? format : (limit(details) ?? 'valid value')
}

/** The messages that the author of a schema wrote, of validators that tell which ones those are. */
const noteOf = (vendor: string, { code, expected }: Details, message: string): string | undefined =>
  (vendor === 'zod' && code === 'custom') ||
  (vendor === 'valibot' && expected === null && !/received/i.test(message))
    ? message
    : undefined

const isIssue = (value: unknown): value is StandardIssue =>
  isRecord(value) && typeof value.message === 'string'

/** What a Standard Schema's issues say, each thing at its place in the value. */
export const standardFindings = (
  vendor: string,
  issues: ReadonlyArray<StandardIssue>,
  value: unknown,
  around: Place = [],
): ReadonlyArray<Finding> =>
  issues.flatMap((issue): ReadonlyArray<Finding> => {
    const place = [...around, ...placeOf(issue)]
    const details: StandardIssue & Details = issue
    const received = at(value, place)
    const expected = expectedOf(vendor, details, place, value)
    const none: Finding = { place, expected, received, note: noteOf(vendor, details, issue.message) }
    if (Array.isArray(details.keys))
      return details.keys.map((key) => ({
        place: [...place, String(key)],
        expected: 'nothing',
        received: at(received, [String(key)]),
      }))
    if (!Array.isArray(details.errors)) return [none]
    // A union: what each of its members found.
    const groups = details.errors.map((group) =>
      Array.isArray(group) ? standardFindings(vendor, group.filter(isIssue), value, place) : [],
    )
    return choose(groups, none)
  })
