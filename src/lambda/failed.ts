import { toHttpError, UnexpectedError } from '../error.ts'
import { codeAndMessage, type ErrorShape } from '../error-shape.ts'
import type { Eventual } from '../eventual.ts'
import { type FailureLog, logFailure, traceOf } from '../failure.ts'
import type { MiddlewareRequest, ProxyResult } from '../middleware.ts'
import { isResponse, response } from '../response.ts'
import { draft } from './draft.ts'
import { fields, text } from './fields.ts'

/** How an app answers what failed. */
export interface Failing {
  readonly shape: ErrorShape
  readonly debug: boolean
  readonly log: ((failure: FailureLog) => void) | undefined
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' }

/** Where a request went, for a log: its method and route, or its path where no route matched. */
export const whereOf = ({ internal }: Pick<MiddlewareRequest, 'internal'>): string => {
  const { method, route, path } = fields(internal.request)
  return `${text(method) ?? ''} ${text(route) || (text(path) ?? '')}`.slice(0, 300)
}

/**
 * The answer for whatever was thrown or returned as an error, which is logged where nobody meant it. It never throws: an
 * `errorShape` that fails is logged, and calix's own shape answers.
 *
 * @param where the method and path, for the log
 */
export const failed = (
  thrown: unknown,
  where: () => string,
  { shape, debug, log }: Failing,
): Eventual<ProxyResult> => {
  const error = toHttpError(thrown)
  logFailure(error, where, log)
  try {
    const answer =
      debug && error instanceof UnexpectedError
        ? response(traceOf(error.cause), { status: 500, headers: TEXT })
        : shape(error)
    if (!isResponse(answer)) throw new TypeError('An errorShape returns response(…), at once')
    return draft(answer)
  } catch (reason) {
    logFailure(new UnexpectedError(reason), () => `${where()}: the errorShape failed`, log)
    return draft(codeAndMessage(new UnexpectedError(reason)))
  }
}
