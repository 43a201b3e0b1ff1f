import type { Outcome } from './runtime.ts'

/** How long a call may take, in milliseconds. */
export interface TimeLimits {
  /** When the gateway stops waiting. */
  readonly gateway: number
  /** When Lambda stops the function. */
  readonly function: number
}

/** What a call ends with when its time is up; names the limit that was shorter. */
const timedOut = (limits: TimeLimits): Outcome =>
  limits.function < limits.gateway
    ? { tag: 'Failed', reason: `Task timed out after ${(limits.function / 1000).toFixed(2)} seconds` }
    : { tag: 'TimedOut', reason: `The gateway stopped waiting after ${limits.gateway / 1000} s.` }

/**
 * The outcome of a call, or that its time is up.
 * @param late told when the time is up, after the caller was
 */
export const withinTime = (call: Promise<Outcome>, limits: TimeLimits, late: () => void): Promise<Outcome> =>
  new Promise((settle) => {
    const timer = setTimeout(
      () => {
        settle(timedOut(limits))
        late()
      },
      Math.min(limits.function, limits.gateway),
    )
    void call.then((outcome) => {
      clearTimeout(timer)
      settle(outcome)
    })
  })
