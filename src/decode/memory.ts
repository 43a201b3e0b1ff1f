import type { Compiled } from './generate.ts'

/** What recursive codecs have made of objects in the decoding that is under way. */
let known: Map<Compiled, Map<object, unknown>> | undefined

const recalled = (decode: Compiled, value: object, all: Map<Compiled, Map<object, unknown>>): unknown => {
  const made = all.get(decode) ?? new Map<object, unknown>()
  all.set(decode, made)
  if (made.has(value)) return made.get(value)
  const result = decode(value)
  made.set(value, result)
  return result
}

/**
 * Has objects decoded once within some work, however often they are asked for. Each member of a union and of an
 * intersection asks for what is inside: of a codec that is defined by itself that would double the work with every level of
 * a value, and to find out what is wrong all of it is asked for on every level.
 */
export const remembering = <A>(work: () => A): A => {
  if (known !== undefined) return work()
  known = new Map()
  try {
    return work()
  } finally {
    known = undefined
  }
}

/** Decodes an object that is decoded once: see `remembering`. */
export const onceEach = (decode: Compiled, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return decode(value)
  return known === undefined ? remembering(() => onceEach(decode, value)) : recalled(decode, value, known)
}
