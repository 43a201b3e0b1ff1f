import { GatewayTimeoutError } from '../error.ts'
import { fields } from './fields.ts'

interface Waiting {
  readonly at: number
  readonly expire: () => void
}

/** Ends waits that would outlast Lambda's own timeout. */
export interface Deadline {
  /** The promise, or a `GatewayTimeoutError` shortly before Lambda would end the invocation. */
  readonly race: <A>(promise: PromiseLike<A>, context: unknown) => PromiseLike<A>
}

/** The longest time kept back for the answer to be written in, in milliseconds. */
const RESERVE = 250

/** The longest delay that a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1

const remainingTime = (context: unknown): unknown => {
  const { getRemainingTimeInMillis: ask } = fields(context)
  return typeof ask === 'function' ? ask.call(context) : undefined
}

/**
 * One timer for all requests of a handler: a timer a request would cost more than most requests do. It is armed for the
 * earliest deadline and looked at again when it fires, so a request that is answered in time touches no timer.
 */
export const deadline = (): Deadline => {
  const waiting = new Set<Waiting>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let armedFor = Number.POSITIVE_INFINITY

  const arm = (at: number): void => {
    if (timer !== undefined && armedFor <= at) return
    clearTimeout(timer)
    armedFor = at
    timer = setTimeout(look, Math.min(LONGEST, Math.max(0, at - Date.now())))
  }

  const look = (): void => {
    timer = undefined
    armedFor = Number.POSITIVE_INFINITY
    const now = Date.now()
    let next = Number.POSITIVE_INFINITY
    for (const each of waiting) {
      if (each.at <= now) each.expire()
      else next = Math.min(next, each.at)
    }
    if (next !== Number.POSITIVE_INFINITY) arm(next)
  }

  return {
    race: (promise, context) => {
      // Middleware may have put something else in the place of Lambda's context.
      const remaining = remainingTime(context)
      if (typeof remaining !== 'number' || !Number.isFinite(remaining)) return promise
      const patience = Math.max(0, remaining - Math.min(RESERVE, remaining / 10))
      return new Promise((resolve, reject) => {
        const entry: Waiting = {
          at: Date.now() + patience,
          expire: () => {
            settle()
            reject(new GatewayTimeoutError(`The handler did not answer within ${Math.round(patience)} ms`))
          },
        }
        const settle = (): void => {
          waiting.delete(entry)
          if (waiting.size === 0) timer?.unref()
        }
        waiting.add(entry)
        arm(entry.at)
        timer?.ref()
        promise.then(
          (value) => {
            settle()
            resolve(value)
          },
          (error) => {
            settle()
            reject(error)
          },
        )
      })
    },
  }
}
