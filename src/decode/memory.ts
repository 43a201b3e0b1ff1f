import type { Compiled } from './generate.ts'

/** What recursive codecs have made of objects in the decoding that is under way. */
let known: Map<Compiled, Map<object, unknown>> | undefined

/** Whether what is decoded is remembered. */
export const isRemembering = (): boolean => known !== undefined

/**
 * Has objects decoded once within some work, however often they are asked for. Each member of a union and of an
 * intersection asks for what is inside: of a codec that is defined by itself that would double the work with every level of
 * a value, and to find out what is wrong all of it is asked for on every level.
 */
export const remembering = <A>(work: () => A): A => {
  const outer = known
  known = new Map()
  try {
    return work()
  } finally {
    known = outer
  }
}

/** A function of others, that may change objects and have them decoded again: what was made of them is not for it. */
export const apart =
  <A>(work: (value: unknown) => A): ((value: unknown) => A) =>
  (value) => {
    const outer = known
    known = undefined
    try {
      return work(value)
    } finally {
      known = outer
    }
  }

/** A decoder that decodes an object once: see `remembering`. It is one function, since each level of a value takes its frame. */
export const onceEach = (make: () => Compiled): Compiled => {
  let decode: Compiled | undefined
  const once: Compiled = (value) => {
    decode ??= make()
    if (typeof value !== 'object' || value === null) return decode(value)
    if (known === undefined) return remembering(() => once(value))
    let made = known.get(decode)
    if (made === undefined) {
      made = new Map()
      known.set(decode, made)
    }
    const found = made.get(value)
    if (found !== undefined || made.has(value)) return found
    const result = decode(value)
    made.set(value, result)
    return result
  }
  return once
}
