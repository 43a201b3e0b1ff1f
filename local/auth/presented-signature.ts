import type { WireRequest } from '../gateway/gateway.ts'
import { decodeQuery, splitQuery } from '../gateway/query.ts'
import { splitTarget } from '../gateway/target.ts'
import { headerValues } from './header.ts'
import { type Refused, refused } from './verdict.ts'

/** A signature as a request presents it, in its `Authorization` header or in its query. */
export interface PresentedSignature {
  readonly accessKeyId: string
  readonly region: string
  /** Date, region, service and ending: what the key is derived for. */
  readonly scope: string
  /** Lower-case names. */
  readonly signedHeaders: ReadonlyArray<string>
  /** Hexadecimal digits. */
  readonly signature: string
  /** When it was signed, as ISO 8601's basic format has it. */
  readonly longDate: string
  readonly time: Date
  /** How long it holds, in seconds; `undefined` when it stands in a header. */
  readonly expires: number | undefined
  readonly sessionToken: string | undefined
  /** What of the query is signed, percent-encoded as sent. */
  readonly query: string
}

type Presentation = { readonly tag: 'Presented'; readonly signature: PresentedSignature } | Refused

/** What a signature is put together from, before any of it is believed. */
interface Parts {
  readonly credential: string | undefined
  readonly signedHeaders: string | undefined
  readonly signature: string | undefined
  readonly date: string | undefined
  readonly expires: number | undefined
  readonly sessionToken: string | undefined
  readonly query: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** A week: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
const MOST_EXPIRES = 7 * 24 * 60 * 60

const invalid = (reason: string): Refused => refused('INVALID_SIGNATURE', reason)

const only = (values: ReadonlyArray<string>): string | undefined =>
  values.length === 1 ? values[0] : undefined

/** `20261122T160000Z`, or what the `date` header has of it (RFC 9110 section 5.6.7). */
const longDateOf = (text: string): string | undefined => {
  if (/^\d{8}T\d{6}Z$/.test(text)) return text
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(text)) return undefined
  const time = new Date(text)
  return Number.isNaN(time.getTime())
    ? undefined
    : time.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
}

const timeOf = (longDate: string): Date | undefined => {
  const iso = longDate.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  const time = new Date(iso)
  // 31 February is a date to some parsers.
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? undefined : time
}

const read = (parts: Parts): Presentation => {
  const { credential, signature, date } = parts
  const [accessKeyId, day, region, service, ending, ...more] = credential?.split('/') ?? []
  if (!accessKeyId || !day || !region || ending === undefined || more.length > 0)
    return invalid('its credential is not <access key>/<date>/<region>/<service>/aws4_request')
  if (!/^[a-z0-9-]{1,32}$/.test(region)) return invalid('its credential names no region')
  if (service !== 'execute-api') return invalid("its credential is for another service than 'execute-api'")
  if (ending !== 'aws4_request') return invalid("its credential does not end in 'aws4_request'")
  if (signature === undefined || !/^[0-9a-f]{64}$/.test(signature))
    return invalid('its signature is not 64 hexadecimal digits')
  const signedHeaders = parts.signedHeaders?.split(';') ?? []
  if (
    new Set(signedHeaders).size < signedHeaders.length ||
    signedHeaders.some((name) => !/^[\w-]+$/.test(name))
  )
    return invalid('its list of signed headers is malformed')
  const longDate = date === undefined ? undefined : longDateOf(date)
  const time = longDate === undefined ? undefined : timeOf(longDate)
  if (longDate === undefined || time === undefined) return invalid('it does not say when it was signed')
  if (longDate.slice(0, 8) !== day) return invalid('its credential is for another day than its date')
  const { expires, sessionToken, query } = parts
  const scope = `${day}/${region}/${service}/${ending}`
  return {
    tag: 'Presented',
    signature: {
      accessKeyId,
      region,
      scope,
      signedHeaders,
      signature,
      longDate,
      time,
      expires,
      sessionToken,
      query,
    },
  }
}

/** Reads `Credential=…, SignedHeaders=…, Signature=…`. */
const inHeader = (request: WireRequest, authorization: string): Presentation => {
  if (!authorization.startsWith(`${ALGORITHM} `))
    return invalid(`its Authorization header is not ${ALGORITHM}`)
  const fields = authorization
    .slice(ALGORITHM.length)
    .split(',')
    .map((field) => field.trim().split(/=(.*)/s, 2))
  const field = (named: string): string | undefined =>
    only(fields.flatMap(([name, value]) => (name === named && value !== undefined ? [value] : [])))
  if (fields.length !== 3) return invalid('its Authorization header is malformed')
  const amzDate = headerValues(request, 'x-amz-date')
  const tokens = headerValues(request, 'x-amz-security-token')
  if (tokens.length > 1) return invalid('it has more than one session token')
  const parts = read({
    credential: field('Credential'),
    signedHeaders: field('SignedHeaders'),
    signature: field('Signature'),
    date: only(amzDate.length > 0 ? amzDate : headerValues(request, 'date')),
    expires: undefined,
    sessionToken: tokens[0],
    query: splitTarget(request.target).query,
  })
  if (parts.tag === 'Refused') return parts
  const needed = [
    'host',
    amzDate.length > 0 ? 'x-amz-date' : 'date',
    ...(tokens.length > 0 ? ['x-amz-security-token'] : []),
  ]
  const missing = needed.find((name) => !parts.signature.signedHeaders.includes(name))
  return missing === undefined ? parts : invalid(`it does not sign the ${missing} header`)
}

const SIGNATURE = 'X-Amz-Signature'

const inQuery = (query: string): Presentation => {
  const decoded = decodeQuery(query)
  const field = (named: string): string | undefined =>
    only(decoded.flatMap(([name, value]) => (name === named ? [value] : [])))
  if (field('X-Amz-Algorithm') !== ALGORITHM) return invalid(`its X-Amz-Algorithm is not ${ALGORITHM}`)
  const expires = field('X-Amz-Expires')
  if (expires === undefined || !/^\d{1,6}$/.test(expires) || +expires < 1 || +expires > MOST_EXPIRES)
    return invalid(`its X-Amz-Expires is not from 1 to ${MOST_EXPIRES} seconds`)
  if (decoded.filter(([name]) => name === 'X-Amz-Security-Token').length > 1)
    return invalid('it has more than one session token')
  const parts = read({
    credential: field('X-Amz-Credential'),
    signedHeaders: field('X-Amz-SignedHeaders'),
    signature: field(SIGNATURE),
    date: field('X-Amz-Date'),
    expires: Number(expires),
    sessionToken: field('X-Amz-Security-Token'),
    query: splitQuery(query)
      .filter(([name]) => name !== SIGNATURE)
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
  })
  if (parts.tag === 'Refused' || parts.signature.signedHeaders.includes('host')) return parts
  return invalid('it does not sign the host header')
}

/**
 * The signature that a request presents, with nothing in it believed yet.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export const presentedSignature = (request: WireRequest): Presentation => {
  const { query } = splitTarget(request.target)
  const [authorization, ...others] = headerValues(request, 'authorization')
  const isPresigned = splitQuery(query).some(([name]) => name === SIGNATURE)
  if (others.length > 0 || (authorization !== undefined && isPresigned))
    return invalid('it is signed more than once')
  if (authorization !== undefined) return inHeader(request, authorization)
  return isPresigned ? inQuery(query) : refused('MISSING_AUTHENTICATION_TOKEN', 'it is not signed')
}
