import { HttpError } from './error.ts'

/** The parts of a request that a contract decodes. */
export type Part = 'params' | 'query' | 'headers' | 'cookies' | 'body'

/**
 * One thing that is wrong with a request.
 *
 * @since 0.1.0
 */
export interface Issue {
  /** The part of the request. */
  readonly in: Part
  /** Where in that part: names and indices, from the outside in; empty for the part itself. */
  readonly path: ReadonlyArray<string | number>
  /** What the contract asks for there, such as `integer`. */
  readonly expected: string
  /** The same for a person, short. */
  readonly message: string
}

/**
 * A request that does not meet its route's contract: everything that is wrong with it, at once. The status is 400; the
 * app's `invalidBodyStatus: 422` makes it 422 where only the body's shape is wrong (RFC 9110 §15.5.21).
 *
 * @since 0.1.0
 */
export class InvalidRequestError extends HttpError<400 | 422> {
  static override readonly name: string = 'InvalidRequestError'
  static readonly status: 400 | 422 = 400
  readonly issues: ReadonlyArray<Issue>
  constructor(issues: ReadonlyArray<Issue>, status: 400 | 422 = 400) {
    super(status, issues.length === 1 ? (issues[0]?.message ?? '') : `${issues.length} issues`)
    this.issues = issues
  }
}
