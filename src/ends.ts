import type { Codec, Encoded } from './codec.ts'
import type { Declared } from './ending.ts'
import type { BadRequestError, PayloadTooLargeError, UnsupportedMediaTypeError } from './error.ts'
import type { Guarded } from './guarded.ts'
import type { InvalidRequestError } from './issue.ts'
import type { Failure, Success, Unfailed } from './result.ts'
import type { AnyEntry } from './routes.ts'

/** The errors that decoding ends in. */
type Undecoded<C> = C extends { readonly body: Codec }
  ? InvalidRequestError | BadRequestError | UnsupportedMediaTypeError | PayloadTooLargeError
  : C extends
        | { readonly params: Codec }
        | { readonly query: Codec }
        | { readonly headers: Codec }
        | { readonly cookies: Codec }
    ? InvalidRequestError
    : never

/** The errors of a contract's own authorizers. */
type Refused<C> = C extends Guarded<infer Errors> ? Errors : never

/**
 * Every error that a route can end in, as far as its type says: its handler's, those that its contract declares and its
 * decoding has, and those of what stands around it.
 *
 * @since 0.1.0
 * @example
 * type Why = ErrorsOf<TableOf<typeof app.routes>['GET /cities/:city']>
 */
export type ErrorsOf<E extends AnyEntry> =
  | Failure<E['returns']>
  | Declared<E['contract']>
  | Undecoded<E['contract']>
  | Exclude<Refused<E['contract']>, undefined>
  | E['errors']

/** What a map of statuses sends, whichever the status; those of errors are no answers. */
type Sent<Returns> = Returns extends Codec
  ? Encoded<Returns>
  : { [S in keyof Returns]: Unfailed<S, Encoded<Returns[S]>> }[keyof Returns]

/**
 * What a route answers: what its contract says is sent, or else what its handler returns when it does not fail.
 *
 * @since 0.1.0
 * @example
 * type State = AnswerOf<TableOf<typeof app.routes>['GET /cities/:city']>
 */
export type AnswerOf<E extends AnyEntry> = E['contract'] extends { readonly returns: infer Returns }
  ? Sent<Returns>
  : Success<E['returns']>
