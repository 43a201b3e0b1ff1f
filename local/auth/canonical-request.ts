import { createHash } from 'node:crypto'
import { splitQuery } from '../gateway/query.ts'

/** What of a request a signature is for. */
interface Signed {
  readonly method: string
  /** As it was sent, percent-encoded. */
  readonly path: string
  /** As it was sent, percent-encoded; without the signature itself. */
  readonly query: string
  /** The signed headers by lower-case name, with every value that was sent. */
  readonly headers: ReadonlyMap<string, ReadonlyArray<string>>
  readonly body: Uint8Array
}

/** Percent-encodes all that RFC 3986 does not call unreserved. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A `+` is a space, as gateways read it. */
const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

/** Every service but S3 has the segments of the path encoded once more than they are sent, and no empty ones. */
const canonicalPath = (path: string): string => {
  const segments = path.split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => segment === '.' || segment === '..'))
    throw new URIError('its path has dot segments, which signers take out')
  const last = segments.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${segments.map(encode).join('/')}${last}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const canonicalQuery = (query: string): string =>
  splitQuery(query)
    .map(([name, value]) => [encode(decode(name)), encode(decode(value))] as const)
    .sort(([a, one], [b, other]) => compare(a, b) || compare(one, other))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

const canonicalValue = (values: ReadonlyArray<string>): string =>
  values.map((value) => value.replace(/[ \t]+/g, ' ').trim()).join(',')

/** The SHA-256 of some data, in hexadecimal. */
export const hexDigest = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex')

/**
 * The text that a signature vouches for, put together from the request as it came.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @throws URIError when the path or the query cannot be put so
 */
export const canonicalRequest = ({ method, path, query, headers, body }: Signed): string => {
  const names = [...headers.keys()].sort()
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    ...names.map((name) => `${name}:${canonicalValue(headers.get(name) ?? [])}`),
    '',
    names.join(';'),
    // Of the body that has come, whatever x-amz-content-sha256 says.
    hexDigest(body),
  ].join('\n')
}
