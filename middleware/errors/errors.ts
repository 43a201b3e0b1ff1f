import { codeAndMessage, type ErrorShape } from '../../src/error-shape.ts'
import type { FailureLog } from '../../src/failure.ts'
import { failed, whereOf } from '../../src/lambda/failed.ts'
import type { InlineMiddleware, Middleware, MiddlewareRequest } from '../../src/middleware.ts'
import { assertOptions } from '../../src/options.ts'
import { isPromiseLike } from '../../src/result.ts'

/**
 * How `errors` answers.
 *
 * @since 0.1.0
 */
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
 * calix({ errorShape: problem }, index) // which is how an app's own `errors` is told
 */
export const errors = (options: ErrorsOptions = {}): Middleware & InlineMiddleware => {
  assertOptions('errors(…)', options, ['shape', 'debug', 'log'])
  const { shape = codeAndMessage, debug = false, log } = options
  return {
    readsAnyEvent: true,
    onError: function answerError(request: MiddlewareRequest): undefined | PromiseLike<void> {
      if (request.response !== undefined) return
      const answer = failed(request.error, () => whereOf(request), { shape, debug, log })
      if (isPromiseLike(answer))
        return answer.then((response) => {
          request.response = response
        })
      request.response = answer
    },
  }
}
