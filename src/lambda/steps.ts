import { isPromiseLike } from '../result.ts'

/** What is at hand at once, or only later. */
export type Eventual<A> = A | PromiseLike<A>

/** Steps that yield whatever they have to wait for, and go on with what it came to. */
export type Steps<A> = Generator<PromiseLike<unknown>, A, unknown>

/** Waits where there is something to wait for. */
export function* at<A>(value: Eventual<A>): Steps<A> {
  // What a generator is resumed with has no type; `run` resumes it with what this very promise came to.
  return isPromiseLike(value) ? ((yield value) as A) : value
}

const resume = async <A>(steps: Steps<A>, first: PromiseLike<unknown>): Promise<A> => {
  let waiting = first
  for (;;) {
    let step: IteratorResult<PromiseLike<unknown>, A>
    try {
      step = steps.next(await waiting)
    } catch (error) {
      step = steps.throw(error)
    }
    if (step.done) return step.value
    waiting = step.value
  }
}

/** Runs steps to their end: at once when they wait for nothing, which spares most requests a promise. */
export const run = <A>(steps: Steps<A>): Eventual<A> => {
  const step = steps.next()
  return step.done ? step.value : resume(steps, step.value)
}
