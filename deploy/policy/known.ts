/** A part of a text that only running decides. */
export type Hole =
  /** Nothing is known of it. */
  | { readonly kind: 'run-time' }
  /** A variable of the environment, whose value was not told. */
  | { readonly kind: 'environment'; readonly name: string }
  /** A property of something that SST links: `Resource.Photos.name`. */
  | { readonly kind: 'link'; readonly name: string; readonly property: string }

/** A text as far as the source decides it: literal parts and holes, in order; never two literals in a row. */
export interface KnownText {
  readonly kind: 'text'
  readonly parts: ReadonlyArray<string | Hole>
}

/** A number, a boolean, `null` or `undefined` that the source decides. */
export interface KnownLiteral {
  readonly kind: 'literal'
  readonly value: number | boolean | null | undefined
}

export interface KnownRecord {
  readonly kind: 'record'
  readonly fields: ReadonlyMap<string, Known>
  /** Whether it may have fields beside these, such as those of a spread value. */
  readonly isOpen: boolean
}

export interface KnownList {
  readonly kind: 'list'
  readonly items: ReadonlyArray<Known>
  /** Whether it may have items beside these. */
  readonly isOpen: boolean
}

/** One of several: a variable that is assigned twice, a conditional. */
export interface KnownChoice {
  readonly kind: 'choice'
  readonly of: ReadonlyArray<Known>
}

/** What the source says of a value, a tree; `unknown` is a value that only running decides. */
export type Known =
  | KnownText
  | KnownLiteral
  | KnownRecord
  | KnownList
  | KnownChoice
  | { readonly kind: 'unknown' }

/** A value that only running decides. */
export const UNKNOWN: Known = { kind: 'unknown' }

/** A text that the source decides. */
export const text = (literal: string): KnownText => ({ kind: 'text', parts: literal === '' ? [] : [literal] })

/** Each of the values that a value may be; itself when it is no choice. */
export const choices = (known: Known): ReadonlyArray<Known> =>
  known.kind === 'choice' ? known.of.flatMap(choices) : [known]

/**
 * A field of a record; `undefined` the literal where the record is closed and has none, unknown where it is open or
 * nothing is known of it.
 */
export const field = (known: Known, name: string): Known => {
  // Of what is not there nothing is read: an app that did would fail before it called.
  const all = choices(known)
  const there = all.filter(
    (each) => each.kind !== 'literal' || (each.value !== undefined && each.value !== null),
  )
  const found = (there.length === 0 ? all : there).map((each): Known => {
    if (each.kind !== 'record') return UNKNOWN
    return each.fields.get(name) ?? (each.isOpen ? UNKNOWN : { kind: 'literal', value: undefined })
  })
  const [first = UNKNOWN] = found
  return found.length === 1 ? first : { kind: 'choice', of: found }
}
