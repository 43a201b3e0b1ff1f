import { CONNECTION_FIELDS } from './connection-field.ts'
import type { WireRequest } from './gateway.ts'

/** A header and all its values, in the order of the request. */
interface Field {
  /** As the client first spelt it. */
  readonly name: string
  readonly values: readonly string[]
}

/** The headers of a request by lower-case name, in alphabetical order. */
export type Fields = ReadonlyMap<string, Field>

/** What a gateway says about the request, beside the request's own headers. */
export interface Hop {
  readonly requestId: string
  readonly time: Date
}

/**
 * The headers of a request as they leave the gateway: without those that concern one connection only (RFC 9110
 * section 7.6.1), with the caller's address at the end of `x-forwarded-for`, `x-forwarded-port`, `x-forwarded-proto`
 * and `x-amzn-trace-id`. The port and the protocol are those of a TLS listener, which all but an ALB always have.
 *
 * @param request the request on the wire
 * @param hop names the trace
 * @param added further headers, which replace the client's
 * @since 0.1.0
 */
export const forwardedFields = (
  request: WireRequest,
  hop: Hop,
  added: ReadonlyArray<readonly [string, string]>,
): Fields => {
  const fields = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of request.headers) {
    const known = fields.get(name.toLowerCase())
    if (known === undefined) fields.set(name.toLowerCase(), { name, values: [value] })
    else known.values.push(value)
  }
  const named = fields.get('connection')?.values.flatMap((value) => value.toLowerCase().split(',')) ?? []
  for (const name of ['expect', ...CONNECTION_FIELDS, ...named.map((name) => name.trim())])
    fields.delete(name)

  const through = fields.get('x-forwarded-for')?.values ?? []
  const set = (name: string, value: string) => fields.set(name, { name, values: [value] })
  set('x-forwarded-for', [...through, request.sourceIp].join(', '))
  set('x-forwarded-port', '443')
  set('x-forwarded-proto', 'https')
  if (!fields.has('x-amzn-trace-id')) set('x-amzn-trace-id', traceOf(hop))
  for (const [name, value] of added) set(name, value)
  return new Map([...fields].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The values of one header, or none.
 *
 * @param name in lower case
 * @since 0.1.0
 */
export const valuesOf = (fields: Fields, name: string): readonly string[] => fields.get(name)?.values ?? []

const traceOf = ({ requestId, time }: Hop): string => {
  const seconds = Math.floor(time.getTime() / 1000)
  const id = requestId.toLowerCase().replace(/[^0-9a-f]/g, '')
  return `Root=1-${seconds.toString(16).padStart(8, '0')}-${id.padEnd(24, '0').slice(0, 24)}`
}
