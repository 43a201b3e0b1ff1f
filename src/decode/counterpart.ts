import type { Place } from './finding.ts'
import { isRecord } from './io-ts.ts'
import {
  type Doubt,
  DROPPED,
  isFieldless,
  keptFields,
  keptItems,
  type Stripped,
  written,
} from './stripped.ts'

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Array.isArray(value)
}

/** Whether a schema has left an instance of a class as it was, or copied it. */
const isSameInstance = (value: object, made: object): boolean =>
  !isPlain(value) &&
  Object.getPrototypeOf(value) === Object.getPrototypeOf(made) &&
  Object.keys(value).every((name) => Object.hasOwn(made, name))

/** A value that is compared with what a schema made of it, and what has been found so far. */
interface Comparison {
  readonly doubts: Array<Doubt>
  readonly around: Set<unknown>
  isAnyLost: boolean
  isAnyAdded: boolean
}

const keep = (given: unknown, made: unknown, place: Place, so: Comparison): unknown => {
  const sent = written(given)
  if (given === made || typeof sent !== 'object' || sent === null || isFieldless(sent)) return given
  const doubt = (reason: string): typeof DROPPED => {
    so.doubts.push({ place, reason })
    return DROPPED
  }
  if (typeof given === 'object' && typeof made === 'object' && given !== null && made !== null)
    if (isSameInstance(given, made)) return given
  if (so.around.has(given)) return doubt('it is inside of itself')
  so.around.add(given)
  const kept = ((): unknown => {
    if (Array.isArray(sent)) {
      if (!Array.isArray(made)) return doubt('its schema makes no list of that list')
      // Which of them is left out, nobody can tell.
      if (made.length !== sent.length) return doubt('its schema makes a list of another length of it')
      return keptItems(sent, (item, i) => keep(item, made[i], [...place, i], so))
    }
    // What is in a map that was made of a record are no fields to compare.
    const isComparable = isRecord(made) && (isPlain(made) || !isPlain(sent))
    if (!isRecord(sent) || !isComparable) return doubt('its schema makes no record of that record')
    const isAdded = ([name, inside]: readonly [string, unknown]): boolean =>
      inside !== undefined && !Object.hasOwn(sent, name)
    so.isAnyAdded ||= Object.entries(made).some(isAdded)
    so.isAnyLost ||= Object.keys(sent).some((name) => !Object.hasOwn(made, name))
    return keptFields(sent, (inside, name) =>
      Object.hasOwn(made, name) ? keep(inside, made[name], [...place, name], so) : DROPPED,
    )
  })()
  so.around.delete(given)
  return kept
}

/**
 * A value with the fields alone that another one has, which a schema made of it: schemas leave out what they do not
 * declare. What the schema changed is as it was. `mayRename` says that the schema left names out and has others.
 */
export const keepCommon = (value: unknown, made: unknown): Stripped & { readonly mayRename: boolean } => {
  const so: Comparison = { doubts: [], around: new Set(), isAnyLost: false, isAnyAdded: false }
  const kept = keep(value, made, [], so)
  return { value: kept, doubts: so.doubts, mayRename: so.isAnyLost && so.isAnyAdded }
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' && value !== undefined

/** Whether two values have the same fields all the way down, whatever is in them: that may differ from time to time. */
export const isAlike = (one: unknown, other: unknown, seen: Map<unknown, unknown> = new Map()): boolean => {
  const [a, b] = [written(one), written(other)]
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b || (isScalar(a) && isScalar(b))
  if (seen.get(a) === b) return true
  seen.set(a, b)
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, i) => isAlike(each, b[i], seen))
    )
  const [fields, others] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...fields.keys(), ...others.keys()].every((name) =>
    isAlike(fields.get(name), others.get(name), seen),
  )
}
