import { type HttpError, UnexpectedError } from './error.ts'
import { type HttpResponse, response } from './response.ts'

/**
 * How an error looks on the wire: one function, which an app may replace.
 *
 * @since 0.1.0
 */
export type ErrorShape = (error: HttpError) => HttpResponse

/**
 * Chalice's error body, the default: `{"Code": "NotFoundError", "Message": "NotFoundError: banana"}`.
 *
 * @since 0.1.0
 */
export const codeAndMessage: ErrorShape = (error) => {
  const { name, message } = error
  const text = error instanceof UnexpectedError ? message : message === '' ? name : `${name}: ${message}`
  const issues = 'issues' in error ? { Issues: error.issues } : {}
  return response({ Code: name, Message: text, ...issues }, { status: error.status, headers: error.headers })
}

/** The phrases of the statuses that have a class here (RFC 9110 §15, RFC 6585 §4). */
const PHRASES: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  504: 'Gateway Timeout',
}

/**
 * Problem details for HTTP APIs (RFC 9457), for `calix({ errorShape: problem }, …)`. The class of the error is in the
 * member `code`.
 *
 * @since 0.1.0
 * @example
 * // {"type":"about:blank","title":"Not Found","status":404,"detail":"banana","code":"NotFoundError"}
 * calix({ errorShape: problem }, index)
 */
export const problem: ErrorShape = (error) => {
  const { headers, message, name, status } = error
  return response(
    {
      type: 'about:blank',
      title: PHRASES[status] ?? name,
      status,
      ...(message === '' ? {} : { detail: message }),
      code: name,
      ...('issues' in error ? { issues: error.issues } : {}),
    },
    { status, headers: { ...headers, 'content-type': 'application/problem+json' } },
  )
}
