import type { WireRequest } from '../local/gateway/gateway.ts'
import type { ClientIdentity } from './identity.ts'

/**
 * One value, or several in their order.
 *
 * @since 0.1.0
 */
export type OneOrMore = string | readonly string[]

/**
 * What a request has beside its method and target; at most one of `body`, `json` and `form`.
 *
 * @since 0.1.0
 * @example
 * await client(app).post('/users', { json: { name: 'Ada' }, headers: { 'x-tag': ['a', 'b'] } })
 */
export interface ClientRequest {
  /** Added to the target's own query; encoded here. */
  readonly query?: Readonly<Record<string, OneOrMore>>
  /** A list sends a line for each value. */
  readonly headers?: Readonly<Record<string, OneOrMore>>
  /** Sent in one `cookie` header, raw. */
  readonly cookies?: Readonly<Record<string, string>>
  /** Sent as it is, without a content type unless `headers` has one. */
  readonly body?: string | Uint8Array
  /** Sent as JSON, with its content type. */
  readonly json?: unknown
  /** Sent as a form (`application/x-www-form-urlencoded`), with its content type. */
  readonly form?: Readonly<Record<string, OneOrMore>>
  /**
   * Who calls: the event says it as the gateway does whose authorizers have let the request through, so nothing is
   * checked. Without it, the request comes past them as if they had nothing to say.
   */
  readonly identity?: ClientIdentity
}

/**
 * A request as a client would put it on the wire: characters that a target cannot hold are percent-encoded, those that
 * it can, percent signs included, stay.
 *
 * @param method such as `GET`
 * @param target an absolute path, with or without a query: `/cities/seattle?full=1`
 * @param sourceIp the client's address
 * @throws TypeError when the target is no absolute path, or when there is more than one of `body`, `json` and `form`
 * @since 0.1.0
 */
export const wireRequest = (
  method: string,
  target: string,
  init: ClientRequest,
  sourceIp: string,
): WireRequest => {
  if (!target.startsWith('/')) {
    throw new TypeError(`the target ${JSON.stringify(target)} is no absolute path: begin it with "/"`)
  }
  const { body, contentType } = bodyOf(init)
  const lines = Object.entries(init.headers ?? {}).flatMap(([name, values]) =>
    listOf(values).map((value) => [name, value] as const),
  )
  const cookies = Object.entries(init.cookies ?? {}).map(([name, value]) => `${name}=${value}`)
  const implied: ReadonlyArray<readonly [string, string]> = [
    ['host', 'calix.test'],
    ['user-agent', 'calix-testing'],
    ['accept', '*/*'],
    ...(contentType === undefined ? [] : [['content-type', contentType] as const]),
    ...(body === undefined ? [] : [['content-length', String(body.length)] as const]),
  ]
  const said = new Set(lines.map(([name]) => name.toLowerCase()))
  return {
    method: method.toUpperCase(),
    target: targetOf(target, init.query ?? {}),
    headers: [
      ...implied.filter(([name]) => !said.has(name)),
      ...lines,
      ...(cookies.length === 0 ? [] : [['cookie', cookies.join('; ')] as const]),
    ],
    body: body ?? new Uint8Array(),
    sourceIp,
  }
}

const targetOf = (target: string, query: Readonly<Record<string, OneOrMore>>): string => {
  // A fragment never leaves the client (RFC 9110 section 4.2.5).
  const sent = (target.split('#')[0] ?? '').toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)
  const added = encodePairs(query)
  if (added === '') return sent
  return `${sent}${sent.includes('?') ? '&' : '?'}${added}`
}

const encodePairs = (pairs: Readonly<Record<string, OneOrMore>>): string =>
  Object.entries(pairs)
    .flatMap(([name, values]) => listOf(values).map((value) => `${encode(name)}=${encode(value)}`))
    .join('&')

const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

const listOf = (values: OneOrMore): readonly string[] => (typeof values === 'string' ? [values] : values)

const bodyOf = (init: ClientRequest): { readonly body?: Uint8Array; readonly contentType?: string } => {
  const given = (['body', 'json', 'form'] as const).filter((name) => init[name] !== undefined)
  if (given.length > 1) throw new TypeError(`a request has one body: give one of ${given.join(', ')}`)
  if (init.json !== undefined)
    return { body: utf8(JSON.stringify(init.json)), contentType: 'application/json' }
  if (init.form !== undefined) {
    return { body: utf8(encodePairs(init.form)), contentType: 'application/x-www-form-urlencoded' }
  }
  if (init.body === undefined) return {}
  return { body: typeof init.body === 'string' ? utf8(init.body) : init.body }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
