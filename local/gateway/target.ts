/** A request target cut at its first question mark, both parts as they were sent. */
interface Target {
  readonly path: string
  /** Without the question mark; empty when there is no query. */
  readonly query: string
}

/**
 * Cuts a request target in origin form (RFC 9112 section 3.2.1) into its path and its query.
 *
 * @param target such as `/a%20b?x=1`
 * @since 0.1.0
 */
export const splitTarget = (target: string): Target => {
  const mark = target.indexOf('?')
  return mark < 0
    ? { path: target || '/', query: '' }
    : { path: target.slice(0, mark) || '/', query: target.slice(mark + 1) }
}
