import type { Place } from './finding.ts'
import { isRecord } from './io-ts.ts'

/** In the place of what is left out. */
export const DROPPED: unique symbol = Symbol('dropped')

/** A place of an answer of which nobody can tell which of its fields are declared; it is left out. */
export interface Doubt {
  readonly place: Place
  readonly reason: string
  /** Whether no answer of its route could be stripped there, whatever is in it. */
  readonly isOfContract?: boolean
}

/** An answer without what is not declared, or `DROPPED` where that is all of it. */
export interface Stripped {
  readonly value: unknown
  readonly doubts: ReadonlyArray<Doubt>
}

/** What is sent of a value that says itself how it is written. */
export const written = (value: unknown): unknown =>
  isRecord(value) && typeof value.toJSON === 'function' ? value.toJSON() : value

/** Whether there are no fields in what is sent of a value, and so none that could be left out. */
export const isFieldless = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((each) => isFieldless(written(each))))

/** A list without the items that are left out. */
export const keptItems = (
  list: ReadonlyArray<unknown>,
  keep: (item: unknown, index: number) => unknown,
): ReadonlyArray<unknown> => list.map(keep).filter((each) => each !== DROPPED)

/** A record without the fields that are left out. */
export const keptFields = (
  fields: { readonly [name: string]: unknown },
  keep: (inside: unknown, name: string) => unknown,
): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, inside]) => {
      const kept = keep(inside, name)
      return kept === DROPPED ? [] : [[name, kept] as const]
    }),
  )
