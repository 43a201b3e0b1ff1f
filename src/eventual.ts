import { isPromiseLike } from './result.ts'

/** What is at hand at once, or only later: most requests wait for nothing, and need no promise then. */
export type Eventual<A> = A | PromiseLike<A>

/** Goes on with a value once it is there. */
export const andThen = <A, B>(value: Eventual<A>, next: (value: A) => Eventual<B>): Eventual<B> =>
  isPromiseLike(value) ? value.then(next) : next(value)

/** Goes on with what a function comes to, or with what it fails with, now or later. */
export const attempt = <A, B>(
  make: () => Eventual<A>,
  next: (value: A) => Eventual<B>,
  failed: (error: unknown) => Eventual<B>,
): Eventual<B> => {
  let made: Eventual<A>
  try {
    made = make()
  } catch (error) {
    return failed(error)
  }
  return isPromiseLike(made) ? made.then(next, failed) : next(made)
}
