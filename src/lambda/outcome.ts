import { isEither, isPromiseLike } from '../result.ts'

/** What a handler came to: a value to send, an error that it returned, or something to wait for. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'later'; readonly promise: Promise<unknown>; readonly depth: number }

/** How often a value may unfold (a function, its promise, its Either, …) before it is one without an end. */
const MOST_UNFOLDINGS = 16

/**
 * What a handler's value comes to: a Task is run, a promise is for the caller to wait for, an Either is told apart, and
 * an error is no value.
 *
 * @param depth how often it has unfolded already
 * @throws TypeError when the value unfolds without an end, and whatever a Task fails with.
 */
export const unfold = (given: unknown, depth = 0): Outcome => {
  let value = given
  for (let times = depth; times < MOST_UNFOLDINGS; times++) {
    if (typeof value === 'function') value = value()
    else if (isPromiseLike(value)) return { kind: 'later', promise: Promise.resolve(value), depth: times + 1 }
    else if (typeof value !== 'object' || value === null) return { kind: 'value', value }
    else if (value instanceof Error) return { kind: 'error', error: value }
    else if (!isEither(value)) return { kind: 'value', value }
    else if (value._tag === 'Left') return { kind: 'error', error: value.left }
    else value = value.right
  }
  throw new TypeError('A handler returned functions and promises nested without an end')
}

/** Whether a value needs no unfolding, which most do not. */
export const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    (value === null || (!('_tag' in value) && !('then' in value) && !(value instanceof Error))))
