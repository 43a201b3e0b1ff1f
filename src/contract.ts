/**
 * What an endpoint expects of a request, beside its method and path.
 *
 * @since 0.1.0
 */
export interface Contract {
  /**
   * The media types that a body may have; a body of another type is answered 415 (RFC 9110 §15.5.16). Parameters such
   * as `charset` do not count. Every type is accepted when this is absent, and a request without a body always.
   */
  readonly accepts?: string | ReadonlyArray<string>
}

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
