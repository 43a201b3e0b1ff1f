import type { Either } from '#fp/Either'
import type { HttpResponse } from './response.ts'

/** What is answered with a status, unless it is one of an error. */
export type Unfailed<S, A> = S extends number ? (`${S}` extends `${4 | 5}${string}` ? never : A) : never

/** What a handler returns that does not fail: no `Left`s, no errors, and no answer with the status of one. */
export type Success<R> = R extends (needs: never) => infer T
  ? Success<T>
  : R extends PromiseLike<infer T>
    ? Success<T>
    : R extends { readonly _tag: 'Left'; readonly left: unknown } | Error
      ? never
      : R extends { readonly _tag: 'Right'; readonly right: infer A }
        ? Success<A>
        : R extends HttpResponse<infer A, infer S>
          ? Unfailed<S, A>
          : R

/** The errors that a handler's return type names. */
export type Failure<R> = R extends (needs: never) => infer T
  ? Failure<T>
  : R extends PromiseLike<infer T>
    ? Failure<T>
    : R extends { readonly _tag: 'Left'; readonly left: infer E }
      ? E
      : R extends Error
        ? R
        : never

/** Whether a value is fp-ts's `Either`, by its shape: one may come from another copy of fp-ts. */
export const isEither = (value: object): value is Either<unknown, unknown> =>
  '_tag' in value &&
  ((value._tag === 'Right' && 'right' in value) || (value._tag === 'Left' && 'left' in value))

/** Whether a value is to be waited for. */
export const isPromiseLike = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
