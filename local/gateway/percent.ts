/**
 * Percent-decoding as a gateway does it: what is not well-formed UTF-8 in percent form stays as it came, so that no
 * request is lost before the function can refuse it.
 *
 * @param text the encoded text; `+` is itself
 * @since 0.1.0
 */
export const decodePercent = (text: string): string =>
  text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun) : text

/**
 * Decodes a name or a value of a query as a form is decoded (WHATWG URL section 5.1): `+` is a space, and bytes that are
 * not UTF-8 become U+FFFD.
 *
 * @param text the encoded text, which holds no `&`
 * @since 0.1.0
 */
export const decodeForm = (text: string): string =>
  /[%+]/.test(text) ? (new URLSearchParams(`_=${text}`).get('_') ?? text) : text

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}
