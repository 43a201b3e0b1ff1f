import { codeAndMessage, type ErrorShape, toHttpError } from '../../src/error.ts'
import { answerOf, type FailureLog, logFailure } from '../../src/failure.ts'
import { draft } from '../../src/lambda/draft.ts'
import type { Middleware, MiddlewareRequest } from '../../src/middleware.ts'
import { whereOf } from '../where.ts'

/** How `errors` answers. */
export interface ErrorsOptions {
  /** How errors look on the wire; `codeAndMessage` when absent. */
  readonly shape?: ErrorShape
  /** Answers an unexpected failure with its stack trace. */
  readonly debug?: boolean
  /** Where failures of 500 and above are logged; `console.error` when absent. */
  readonly log?: (failure: FailureLog) => void
}

/**
 * Answers errors, thrown or returned, in one shape, and logs those that nobody meant. It is mounted innermost in every
 * app, so that all other middleware sees answers.
 *
 * @since 0.1.0
 * @example
 * calix({ defaults: [errors({ shape: problem }), json(), form()] }, index)
 */
export const errors = ({ shape = codeAndMessage, debug = false, log }: ErrorsOptions = {}): Middleware => ({
  onError: async function answerError(request: MiddlewareRequest): Promise<void> {
    if (request.response !== undefined) return
    const error = toHttpError(request.error)
    logFailure(error, whereOf(request.event), log)
    request.response = await draft(answerOf(error, shape, debug))
  },
})
