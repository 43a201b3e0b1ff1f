/** A step from a place in a configuration to one inside it. */
export type Key = string | number

/**
 * Something that is wrong in a configuration, and where.
 *
 * @since 0.1.0
 */
export interface Mistake {
  /** As in `stages.prod.lambdaTimeout` or `lambdaFunctions['GET /cities/:city'].handler`; empty for the whole. */
  readonly path: string
  /** What is wrong, and what to do: one line. */
  readonly message: string
}

/** A mistake whose place is still a list of steps. */
export interface Finding {
  readonly at: ReadonlyArray<Key>
  readonly message: string
}

/** The longest text of a user that a message repeats, in characters. */
const MOST = 60

/** What JSON leaves as it is and a terminal does not: signs that end a line, or turn it round. */
const INVISIBLE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Text as one short line, whatever is in it. */
const quoted = (text: string, quote: '"' | "'"): string => {
  const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text
  const escaped = JSON.stringify(short)
    .slice(1, -1)
    .replaceAll(INVISIBLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A name in a message, in quotation marks. */
export const named = (name: string): string => quoted(name, "'")

/** A value in a message, short. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value, '"')
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  return kindOf(value)
}

/** What sort of value it is, for a message that must not repeat a secret. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `a string of ${value.length} characters`
  return typeof value === 'object' ? 'a record' : `a ${typeof value}`
}

/** A place as one writes it in JavaScript, but for `*` and `-`, which need no quotes here. */
export const pathOf = (at: ReadonlyArray<Key>): string =>
  at
    .map((key) =>
      typeof key === 'number' || !/^[\w*-]+$/.test(key)
        ? `[${typeof key === 'number' ? key : named(key)}]`
        : `.${key}`,
    )
    .join('')
    .replace(/^\./, '')

/** A mistake at a place. */
export const mistake = ({ at, message }: Finding): Mistake => ({ path: pathOf(at), message })
