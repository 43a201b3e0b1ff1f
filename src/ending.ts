import type { Codec, Decoded } from './codec.ts'
import type { ErrorClass } from './contract.ts'
import type { HttpError } from './error.ts'
import type { HttpResponse } from './response.ts'

/** The errors that a contract declares. */
export type Declared<C> = C extends { readonly errors: ReadonlyArray<ErrorClass<infer E>> } ? E : never

/** The answers of a map of statuses: each with its own, and that of 200 without one as well. */
type Mapped<Returns> = {
  readonly [S in keyof Returns]: S extends number
    ? HttpResponse<Decoded<Returns[S]>, S> | (S extends 200 ? Decoded<Returns[S]> : never)
    : never
}[keyof Returns]

/** The answers that a contract declares. */
type Answers<Returns> = Returns extends Codec
  ? Decoded<Returns> | HttpResponse<Decoded<Returns>>
  : Mapped<Returns>

/** What ends a request with an answer or an error, at once. */
type Ended<A, E> =
  | A
  | E
  | { readonly _tag: 'Right'; readonly right: A }
  | { readonly _tag: 'Left'; readonly left: E }

/** The same, at once or later, of itself or of what the handler needs. */
export type Ending<A, E> =
  | Ended<A, E>
  | PromiseLike<Ended<A, E>>
  | ((
      needs: never,
    ) => Ended<A, E> | PromiseLike<Ended<A, E>> | (() => Ended<A, E> | PromiseLike<Ended<A, E>>))

/** What the handler of a contract may return: anything where the contract does not say. */
export type Answerable<C> = C extends { readonly returns: infer Returns }
  ? Ending<Answers<Returns>, C extends { readonly errors: unknown } ? Declared<C> : HttpError>
  : unknown
