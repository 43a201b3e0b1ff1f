import type { ResponseOptions } from './response.ts'

/**
 * What an error carries beside its message.
 *
 * @since 0.1.0
 */
export interface HttpErrorOptions {
  /** What led to it; logged, never sent. */
  readonly cause?: unknown
  /** Headers of the answer, such as `retry-after`. */
  readonly headers?: NonNullable<ResponseOptions['headers']>
}

/**
 * An error that has a status. Thrown, rejected or returned as a `Left`, it is answered alike:
 * `{"Code": <class name>, "Message": "<class name>: <message>"}`. A subclass keeps its own name and its parent's status.
 *
 * Below 500 it is an answer and no failure, so it has no stack trace: taking one costs more than most requests do.
 *
 * @since 0.1.0
 * @example
 * class OutOfStockError extends ConflictError {}
 * throw new OutOfStockError('No more than 3 left') // 409 {"Code":"OutOfStockError",…}
 */
export class HttpError<S extends number = number> extends Error {
  readonly status: S
  readonly headers: NonNullable<ResponseOptions['headers']>

  constructor(status: S, message = '', options: HttpErrorOptions = {}) {
    const limit = Error.stackTraceLimit
    if (status < 500) Error.stackTraceLimit = 0
    try {
      super(message, options.cause === undefined ? undefined : { cause: options.cause })
    } finally {
      // A message that has no text makes the constructor throw, and nobody else's errors should pay for that.
      Error.stackTraceLimit = limit
    }
    this.name = new.target.name || 'HttpError'
    this.status = status
    this.headers = options.headers ?? {}
  }

  /** The status, under the name that middy and http-errors read. */
  get statusCode(): S {
    return this.status
  }

  /** Whether its message may be sent, under the name that middy and http-errors read. */
  get expose(): boolean {
    return true
  }
}

// Each class states its `name`: a bundler that renames classes must not change what is on the wire.

/** 400: the request itself is wrong. @since 0.1.0 */
export class BadRequestError extends HttpError<400> {
  static override readonly name: string = 'BadRequestError'
  static readonly status = 400
  constructor(message?: string, options?: HttpErrorOptions) {
    super(400, message, options)
  }
}

/** 401: nobody is known to call. @since 0.1.0 */
export class UnauthorizedError extends HttpError<401> {
  static override readonly name: string = 'UnauthorizedError'
  static readonly status = 401
  constructor(message?: string, options?: HttpErrorOptions) {
    super(401, message, options)
  }
}

/** 403: the caller is known and may not. @since 0.1.0 */
export class ForbiddenError extends HttpError<403> {
  static override readonly name: string = 'ForbiddenError'
  static readonly status = 403
  constructor(message?: string, options?: HttpErrorOptions) {
    super(403, message, options)
  }
}

/** 404: there is no such thing. @since 0.1.0 */
export class NotFoundError extends HttpError<404> {
  static override readonly name: string = 'NotFoundError'
  static readonly status = 404
  constructor(message?: string, options?: HttpErrorOptions) {
    super(404, message, options)
  }
}

/** 405: the path is there, but not for this method. @since 0.1.0 */
export class MethodNotAllowedError extends HttpError<405> {
  static override readonly name: string = 'MethodNotAllowedError'
  static readonly status = 405
  constructor(message?: string, options?: HttpErrorOptions) {
    super(405, message, options)
  }
}

/** 408: the request took too long to arrive. @since 0.1.0 */
export class RequestTimeoutError extends HttpError<408> {
  static override readonly name: string = 'RequestTimeoutError'
  static readonly status = 408
  constructor(message?: string, options?: HttpErrorOptions) {
    super(408, message, options)
  }
}

/** 409: it clashes with what is there. @since 0.1.0 */
export class ConflictError extends HttpError<409> {
  static override readonly name: string = 'ConflictError'
  static readonly status = 409
  constructor(message?: string, options?: HttpErrorOptions) {
    super(409, message, options)
  }
}

/** 413: the body is too large. @since 0.1.0 */
export class PayloadTooLargeError extends HttpError<413> {
  static override readonly name: string = 'PayloadTooLargeError'
  static readonly status = 413
  constructor(message?: string, options?: HttpErrorOptions) {
    super(413, message, options)
  }
}

/** 415: the body is of a type, or in an encoding, that is not taken here. @since 0.1.0 */
export class UnsupportedMediaTypeError extends HttpError<415> {
  static override readonly name: string = 'UnsupportedMediaTypeError'
  static readonly status = 415
  constructor(message?: string, options?: HttpErrorOptions) {
    super(415, message, options)
  }
}

/** 422: well-formed, and still not what can be worked with. @since 0.1.0 */
export class UnprocessableEntityError extends HttpError<422> {
  static override readonly name: string = 'UnprocessableEntityError'
  static readonly status = 422
  constructor(message?: string, options?: HttpErrorOptions) {
    super(422, message, options)
  }
}

/** 429: too many requests. @since 0.1.0 */
export class TooManyRequestsError extends HttpError<429> {
  static override readonly name: string = 'TooManyRequestsError'
  static readonly status = 429
  constructor(message?: string, options?: HttpErrorOptions) {
    super(429, message, options)
  }
}

/** 500: the app failed; thrown on purpose, its message is sent. @since 0.1.0 */
export class InternalServerError extends HttpError<500> {
  static override readonly name: string = 'InternalServerError'
  static readonly status = 500
  constructor(message?: string, options?: HttpErrorOptions) {
    super(500, message, options)
  }
}

/** 504: the handler did not settle before Lambda's own timeout. @since 0.1.0 */
export class GatewayTimeoutError extends HttpError<504> {
  static override readonly name: string = 'GatewayTimeoutError'
  static readonly status = 504
  constructor(message?: string, options?: HttpErrorOptions) {
    super(504, message, options)
  }
}

/** What answers for a failure that nobody meant: it tells nothing, and its cause is for the log. */
export class UnexpectedError extends HttpError<500> {
  static override readonly name: string = 'InternalServerError'
  static readonly status = 500
  constructor(cause: unknown) {
    super(500, 'An internal server error occurred.', { cause })
  }
}

/** The headers that http-errors lets an error carry, such as `retry-after`. */
const headersIn = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'))
    : {}

/** Whether a status is a caller's fault, and a whole number. */
const isClientError = (status: unknown): status is number =>
  typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 500

/**
 * The error that answers for whatever was thrown: itself if it has a status; a 4xx of another library that says itself
 * that it may be shown (`statusCode` and `expose`, as middy and http-errors set them) under its own name; otherwise a 500
 * that tells nothing, with the value as its cause. A `statusCode` alone is more often another service's than an answer.
 */
export const toHttpError = (thrown: unknown): HttpError => {
  try {
    // One of another status is no answer to a failure.
    if (thrown instanceof HttpError && thrown.status >= 400 && thrown.status <= 599) return thrown
    if (thrown instanceof Error && 'statusCode' in thrown && 'expose' in thrown && thrown.expose === true) {
      const { statusCode } = thrown
      if (isClientError(statusCode)) {
        const headers = 'headers' in thrown ? headersIn(thrown.headers) : {}
        const error = new HttpError(statusCode, thrown.message, { cause: thrown, headers })
        error.name = thrown.name
        return error
      }
    }
  } catch {
    // A value whose properties throw when read is unexpected too.
  }
  return new UnexpectedError(thrown)
}
