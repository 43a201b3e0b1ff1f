import type { Codec, Decoded } from './codec.ts'
import type { Contract, ErrorClass } from './contract.ts'
import type { HttpError } from './error.ts'
import type { HttpResponse } from './response.ts'
import type { Failure } from './result.ts'

/** The errors of some classes: of no class, none. */
type Of<Class> = Class extends ErrorClass<infer E> ? E : never

/** The errors that a contract declares. */
export type Declared<C> = C extends { readonly errors: ReadonlyArray<infer Class> } ? Of<Class> : never

/** The answers of a map of statuses: each with its own, and that of 200 without one as well. */
type Mapped<Returns> = {
  readonly [S in keyof Returns]: S extends number
    ? HttpResponse<Decoded<Returns[S]>, S> | (S extends 200 ? Data<Decoded<Returns[S]>> : never)
    : never
}[keyof Returns]

/** The answers that a contract declares. */
type Answers<Returns> = Returns extends Codec
  ? Data<Decoded<Returns>> | HttpResponse<Decoded<Returns>>
  : Mapped<Returns>

/** What is no function: one has a `name` and a `length` too, and would pass for an object that has them. */
interface Uncallable {
  readonly apply?: never
}

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing has this type.
type Nothing = void

/** The values of a codec as a handler returns them: no function passes for an object, and nothing for `undefined`. */
type Data<A> = A extends object ? A & Uncallable : A extends undefined ? A | Nothing : A

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

/** Nothing where a handler's errors are those that its contract declares; otherwise a demand that no answer meets. */
type Kept<C, R> = C extends { readonly errors: unknown }
  ? [Failure<R>] extends [Declared<C>]
    ? unknown
    : {
        readonly error: "The handler ends in an error that is not among the contract's errors: add its class there"
      }
  : unknown

/** What a contract that says so answers. */
type Promised<C> = C extends { readonly returns: infer Returns }
  ? Ending<Answers<Returns>, C extends { readonly errors: unknown } ? Declared<C> : HttpError>
  : unknown

/** What a contract may say without a word of how its handler ends. */
type Silent = Exclude<keyof Contract, 'returns' | 'errors'>

/** What the handler of a contract may return, which returns `R`: anything where the contract does not say. */
export type Answerable<C, R> = keyof C extends Silent ? unknown : Promised<C> & Kept<C, R>
