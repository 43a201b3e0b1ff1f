import type { Codec } from './codec.ts'
import type { HttpError } from './error.ts'

/**
 * A class of errors with the status that they answer with; those of calix have one, and so has what extends them.
 *
 * @since 0.1.0
 */
export interface ErrorClass<E extends HttpError = HttpError> {
  readonly name: string
  readonly status: number
  readonly prototype: E
}

/**
 * What a route answers: one codec, of the answers without a status of their own (200), or a codec for each status.
 *
 * @since 0.1.0
 */
export type Returns = Codec | { readonly [status: number]: Codec }

/**
 * What an endpoint expects of a request beside its method and path, and what it answers.
 *
 * @since 0.1.0
 */
export interface Contract {
  /**
   * The media types that a body may have; a body of another type is answered 415 (RFC 9110 §15.5.16). Parameters such
   * as `charset` do not count. Every type is accepted when this is absent (JSON alone where there is a `body` codec), and
   * a request without a body always.
   */
  readonly accepts?: string | ReadonlyArray<string>
  /** Decodes the parameters of the path. */
  readonly params?: Codec
  /**
   * Decodes the query: a text for each name, and a list of them where a name comes more than once, or once and the codec
   * takes only a list.
   */
  readonly query?: Codec
  /** Decodes the headers, by lower-case name. */
  readonly headers?: Codec
  /** Decodes the cookies. */
  readonly cookies?: Codec
  /** Decodes the parsed body. */
  readonly body?: Codec
  /** What the handler answers: a codec, or one for each status. */
  readonly returns?: Returns
  /** The errors that the handler may answer with; any that its type names when absent. */
  readonly errors?: ReadonlyArray<ErrorClass>
  /** Whether fields that `returns` does not declare are left out of the answer. */
  readonly strip?: boolean
  /** What the route does, in a line; for its documentation. */
  readonly summary?: string
  /** What the route does, as CommonMark; for its documentation. */
  readonly description?: string
  /** What the route belongs to; for its documentation. */
  readonly tags?: ReadonlyArray<string>
  /** Whether callers should do without it; for its documentation. */
  readonly deprecated?: boolean
  /** The route's name in its documentation; made from its method and path when absent. */
  readonly operationId?: string
}

/** The names that a contract may have. */
export const CONTRACT = [
  'accepts',
  'params',
  'query',
  'headers',
  'cookies',
  'body',
  'returns',
  'errors',
  'strip',
  'summary',
  'description',
  'tags',
  'deprecated',
  'operationId',
] as const satisfies ReadonlyArray<keyof Contract>

/** The media type of a `content-type`, in lower case and without its parameters; empty when there is none. */
export const mediaType = (contentType: string | undefined): string => {
  if (contentType === undefined) return ''
  const end = contentType.indexOf(';')
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/** Whether a contract takes a body of this media type. */
export const accepts = (contract: Contract, type: string): boolean => {
  const list = contract.accepts
  if (list === undefined || type === '') return true
  return typeof list === 'string' ? mediaType(list) === type : list.some((each) => mediaType(each) === type)
}
