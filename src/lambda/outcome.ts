import { isEither, isPromiseLike } from '../result.ts'
import type { Steps } from './steps.ts'

/** What a handler came to: a value to send, or an error that it returned. */
export type Outcome =
  | { readonly failed: false; readonly value: unknown }
  | { readonly failed: true; readonly error: unknown }

/** How often a value may unfold (a function, its promise, its Either, …) before it is one without an end. */
const MOST_UNFOLDINGS = 16

/**
 * What a handler's value comes to: a Task is run, a promise awaited, an Either told apart, and an error is no value.
 *
 * @throws TypeError when the value unfolds without an end, and whatever a Task or a promise fails with.
 */
export function* unfold(
  given: unknown,
  wait: (promise: PromiseLike<unknown>) => PromiseLike<unknown>,
): Steps<Outcome> {
  let value = given
  for (let times = 0; times < MOST_UNFOLDINGS; times++) {
    if (typeof value === 'function') value = value()
    else if (isPromiseLike(value)) value = yield wait(value)
    else if (typeof value !== 'object' || value === null) return { failed: false, value }
    else if (value instanceof Error) return { failed: true, error: value }
    else if (!isEither(value)) return { failed: false, value }
    else if (value._tag === 'Left') return { failed: true, error: value.left }
    else value = value.right
  }
  throw new TypeError('A handler returned functions and promises nested without an end')
}

/** Whether a value needs no unfolding, which most do not. */
export const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    (value === null || (!('_tag' in value) && !('then' in value) && !(value instanceof Error))))
