import { choices, field, type Known, UNKNOWN } from '../known.ts'

/** A field of an input by its path, `Delete.Objects`. */
export const at = (input: Known, path: string): Known => path.split('.').reduce(field, input)

/** Whether a field is set: `maybe` where an input is not wholly known, and what is known does not name it. */
export type Given = 'yes' | 'maybe' | 'no'

const strongest = (all: ReadonlyArray<Given>): Given =>
  all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no'

// A switch that is off asks for as little as one that is not there.
const isNothing = (known: Known): boolean =>
  known.kind === 'literal' && (known.value === undefined || known.value === null || known.value === false)

/**
 * Whether a field of an input is set. One that the source names is set even when its value, or whether it has one, is
 * decided when it runs.
 */
export const given = (input: Known, path: string): Given => {
  const [first = '', ...rest] = path.split('.')
  return strongest(
    choices(input).map((each): Given => {
      if (each.kind === 'literal') return 'no'
      if (each.kind !== 'record') return 'maybe'
      const found = each.fields.get(first)
      if (found === undefined) return each.isOpen ? 'maybe' : 'no'
      if (rest.length > 0) return given(found, rest.join('.'))
      return choices(found).every(isNothing) ? 'no' : 'yes'
    }),
  )
}

/** Whether a field that is named may still be absent: nothing is known of its value, or one choice of it is `undefined`. */
export const mayBeAbsent = (input: Known, path: string): boolean =>
  given(input, path) !== 'yes' ||
  choices(at(input, path)).some((each) => each.kind === 'unknown' || isNothing(each))

/** Whether it is all known, as a record. */
export const isClosed = (input: Known): boolean => input.kind === 'record' && !input.isOpen

/** The items of a list, and whether there may be others that the source does not show. */
export interface Items {
  readonly items: ReadonlyArray<Known>
  readonly mayBeMore: boolean
}

/** The items of a field that is a list; a value that is none counts as one item. */
export const itemsAt = (input: Known, path: string): Items => {
  const each = choices(at(input, path)).map((known): Items => {
    if (known.kind === 'list') return { items: known.items, mayBeMore: known.isOpen }
    if (known.kind === 'literal') return { items: [], mayBeMore: false }
    return known.kind === 'unknown' ? { items: [], mayBeMore: true } : { items: [known], mayBeMore: false }
  })
  return { items: each.flatMap(({ items }) => items), mayBeMore: each.some(({ mayBeMore }) => mayBeMore) }
}

/** The names of a field that is a record, as in a batch by table, and whether there may be others. */
export const namesAt = (input: Known, path: string): { names: ReadonlyArray<string>; mayBeMore: boolean } => {
  const each = choices(at(input, path))
  return {
    names: each.flatMap((known) => (known.kind === 'record' ? [...known.fields.keys()] : [])),
    mayBeMore: each.some((known) => (known.kind === 'record' ? known.isOpen : known.kind !== 'literal')),
  }
}

/** One of several inputs at a time, so that fields which belong together stay together. */
export const inputsOf = (input: Known): ReadonlyArray<Known> => {
  const all = choices(input)
  return all.length === 0 ? [UNKNOWN] : all
}
