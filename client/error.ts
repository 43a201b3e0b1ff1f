import type { Issue } from '../src/issue.ts'

/**
 * Why there is no answer that the client could hand on:
 *
 * - `invalid-input`: the call cannot be put on the wire; nothing was sent.
 * - `headers`: the client's `headers` function failed; nothing was sent.
 * - `network`: nobody answered, or the answer broke off.
 * - `aborted`: the call's signal ended it, or `fetch` did for its own time limit.
 * - `unreadable`: the answer says that it is JSON, and is not.
 * - `unexpected-answer`: a status that is no success, with a body that is none of calix's errors; a gateway's, mostly.
 *
 * @since 0.1.0
 */
export type ClientErrorKind =
  | 'invalid-input'
  | 'headers'
  | 'network'
  | 'aborted'
  | 'unreadable'
  | 'unexpected-answer'

/**
 * What came back.
 *
 * @since 0.1.0
 */
export interface Answer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON's value, text, or bytes, by content type; `null` where there is none. */
  readonly body: unknown
}

/**
 * A call that ended without an answer of the route. Its `cause` is what `fetch`, a `headers` function or a parser threw.
 *
 * @since 0.1.0
 * @example
 * if (error.kind === 'network') retry()
 */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly kind: ClientErrorKind
  /** The answer's, where there is one: of the kinds `unreadable` and `unexpected-answer`. */
  readonly status: number | undefined
  /** The answer's, by lower-case name; empty where there is none. */
  readonly headers: Readonly<Record<string, string>>
  /** The answer's; `undefined` where there is none. */
  readonly body: unknown

  constructor(kind: ClientErrorKind, message: string, cause?: unknown, answer?: Answer) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.status = answer?.status
    this.headers = answer?.headers ?? {}
    this.body = answer?.body
  }
}

/**
 * An error that the app answered with, as an error again.
 *
 * @since 0.1.0
 * @example
 * if (error.status === 404) return none
 */
export class RouteError<S extends number = number, C extends string = string> extends Error {
  override readonly name = 'RouteError'
  /** The same for all of them, beside the kinds of `ClientError`. */
  readonly kind = 'route'
  readonly status: S
  /** The name of the error's class, such as `NotFoundError`. */
  readonly code: C
  /** What is wrong with the request, where that is the error; otherwise empty. */
  readonly issues: ReadonlyArray<Issue>
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body that says so, as it was parsed. */
  readonly body: unknown

  constructor(status: S, code: C, message: string, issues: ReadonlyArray<Issue>, answer: Answer) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
    this.headers = answer.headers
    this.body = answer.body
  }
}
