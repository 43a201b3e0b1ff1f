/** A request target, taken apart; `host` is there when the target itself names one (RFC 9112, 3.2.2). */
type RequestTarget =
  | { readonly tag: 'Origin'; readonly target: string; readonly host: string | undefined }
  | { readonly tag: 'Asterisk' }
  | { readonly tag: 'Malformed' }

/** Reads a request target: `/path?query`, `http://host/path?query`, or the `*` of `OPTIONS *`. */
export const readTarget = (raw: string): RequestTarget => {
  if (raw === '*') return { tag: 'Asterisk' }
  if (raw.includes('#')) return { tag: 'Malformed' }
  if (raw.startsWith('/')) return { tag: 'Origin', target: raw, host: undefined }
  const scheme = raw.slice(0, raw.indexOf('://')).toLowerCase()
  if (scheme !== 'http' && scheme !== 'https') return { tag: 'Malformed' }
  const rest = raw.slice(scheme.length + 3)
  const end = rest.search(/[/?]/)
  const host = end === -1 ? rest : rest.slice(0, end)
  if (host === '' || host.includes('@')) return { tag: 'Malformed' }
  const target = end === -1 ? '/' : rest.slice(end)
  return { tag: 'Origin', target: target.startsWith('/') ? target : `/${target}`, host }
}
