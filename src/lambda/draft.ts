import type { ProxyResult } from '../middleware.ts'
import { type HeaderValue, type HttpResponse, isResponse } from '../response.ts'
import { isPromiseLike } from '../result.ts'
import { assertHeader, assertStatus } from './sendable.ts'

const JSON_TYPE = 'application/json'
const TEXT_TYPE = 'text/plain; charset=utf-8'
const BYTES_TYPE = 'application/octet-stream'

/** A web Response, by its tag: to name the class is to load it, which takes longer than a cold start may. */
export const isWebResponse = (value: object): value is Response =>
  Symbol.toStringTag in value && value[Symbol.toStringTag] === 'Response' && 'arrayBuffer' in value

/** Kinds of objects whose JSON is `{}` whatever is in them. */
const WITHOUT_JSON = [
  'Map',
  'Set',
  'ReadableStream',
  'Blob',
  'File',
  'FormData',
  'Generator',
  'AsyncGenerator',
]

const stringify = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && Symbol.toStringTag in value && !('toJSON' in value)) {
    const kind = String(value[Symbol.toStringTag])
    if (WITHOUT_JSON.includes(kind))
      throw new TypeError(`A handler returned a ${kind}, which has no JSON: convert it`)
  }

  const json = value === undefined ? 'null' : JSON.stringify(value)
  // Only what has no JSON at all, such as a symbol, comes out as undefined.
  if (json === undefined) throw new TypeError(`A handler returned a ${typeof value}, which has no JSON`)
  return json
}

interface Payload {
  readonly type: string
  readonly body: string
  readonly isBase64Encoded: boolean
}

const payloadOf = (value: unknown): Payload => {
  if (typeof value === 'string') return { type: TEXT_TYPE, body: value, isBase64Encoded: false }
  if (ArrayBuffer.isView(value))
    return {
      type: BYTES_TYPE,
      body: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'),
      isBase64Encoded: true,
    }
  if (value instanceof ArrayBuffer) return payloadOf(new Uint8Array(value))
  return { type: JSON_TYPE, body: stringify(value), isBase64Encoded: false }
}

/** Sets a header as it is spelled: middleware looks for the spelling that its handler used. */
const setHeader = (result: ProxyResult, name: string, value: HeaderValue): void => {
  const key = name.toLowerCase()
  const list = typeof value === 'object' && Array.isArray(value) ? value : undefined
  for (const each of list ?? [value]) assertHeader(name, each)
  if (key === 'set-cookie') {
    result.cookies = [...(result.cookies ?? []), ...(list ?? [String(value)])]
    return
  }
  for (const other in result.headers) if (other.toLowerCase() === key) delete result.headers[other]
  if (list === undefined || list.length === 1)
    result.headers[name] = typeof value === 'object' ? (value[0] ?? '') : value
  else if (list.length > 1) result.multiValueHeaders = { ...result.multiValueHeaders, [name]: [...list] }
}

const fromResponse = (response: HttpResponse): ProxyResult => {
  assertStatus(response.status)
  const { type, body, isBase64Encoded } = payloadOf(response.body)
  const result: ProxyResult = {
    statusCode: response.status,
    headers: { 'content-type': type },
    body,
    isBase64Encoded,
  }
  for (const [name, value] of Object.entries(response.headers)) setHeader(result, name, value)
  if (response.cookies.length > 0) setHeader(result, 'set-cookie', response.cookies)
  return result
}

/** Types whose bytes are text, in UTF-8 unless they say another charset. */
const TEXTUAL =
  /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript|x-www-form-urlencoded)\b|image\/svg\+xml)/i

/** Bytes as text where that loses nothing, so that middleware can read them; otherwise as they are. */
const textOrBytes = (bytes: Uint8Array, type: string): string | Uint8Array => {
  if (!TEXTUAL.test(type) || !/^[^;]*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) return bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    // A byte order mark is lost on whatever decodes the text again.
    return text.startsWith('\ufeff') ? bytes : text
  } catch {
    return bytes
  }
}

const fromWebResponse = async (response: Response): Promise<ProxyResult> => {
  assertStatus(response.status)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const { body, isBase64Encoded } = payloadOf(
    bytes.length === 0 ? '' : response.headers.has('content-encoding') ? bytes : textOrBytes(bytes, type),
  )
  const result: ProxyResult = { statusCode: response.status, headers: {}, body, isBase64Encoded }
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') setHeader(result, name, value)
  })
  if (type === '' && bytes.length > 0) setHeader(result, 'content-type', BYTES_TYPE)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) setHeader(result, 'set-cookie', cookies)
  return result
}

/**
 * The proxy result for a handler's value: a `response(…)`, a web Response, or any value. Errors, Eithers and promises
 * have been told apart before.
 *
 * @throws TypeError when the value cannot be sent: no JSON, an invalid status, a header that would break the wire.
 */
export const draft = (value: unknown): ProxyResult | Promise<ProxyResult> => {
  if (typeof value === 'object' && value !== null) {
    if (isResponse(value))
      return isPromiseLike(value.body)
        ? Promise.resolve(value.body).then((body) => fromResponse({ ...value, body }))
        : fromResponse(value)
    if (isWebResponse(value)) return fromWebResponse(value)
  }
  const { type, body, isBase64Encoded } = payloadOf(value)
  return { statusCode: 200, headers: { 'content-type': type }, body, isBase64Encoded }
}
