import type { ProxyResult } from '../middleware.ts'
import { emptyValues } from '../values.ts'
import { isBase64 } from './base64.ts'
import { fields, texts } from './fields.ts'
import type { CheckedResult, Format } from './format.ts'
import { assertHeader, assertStatus, hasPassed, isSendable } from './sendable.ts'

/** Statuses whose answers have no body (RFC 9110 §15.3.5, §15.4.5). */
const isBodiless = (status: number): boolean => status === 204 || status === 205 || status === 304

const NO_BODY = { body: '', isBase64Encoded: false }

/** What a middleware may have left as the body, as text or base64. */
const bodyOf = ({
  body,
  isBase64Encoded,
}: {
  readonly body?: unknown
  readonly isBase64Encoded?: unknown
}) => {
  if (typeof body === 'string') {
    if (isBase64Encoded === true && !isBase64(body))
      throw new TypeError('The answer cannot be sent: its body is marked as base64 and is not')
    return { body, isBase64Encoded: isBase64Encoded === true }
  }
  if (body === undefined || body === null) return NO_BODY
  if (body instanceof Uint8Array) return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }
  return { body: JSON.stringify(body) ?? '', isBase64Encoded: false }
}

const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

type Sorted = Pick<CheckedResult, 'headers' | 'multi' | 'cookies'> & {
  /** The characters of all names and values, or a little more. */
  readonly size: number
}

/** Sorts headers by how many values they have, under lower-case names; of two spellings the last counts. */
const sortHeaders = (result: ProxyResult): Sorted => {
  const headers: Record<string, string> = {}
  const multi = emptyValues<ReadonlyArray<string>>()
  const cookies: Array<string> = []
  let size = 0
  const put = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return
    const key = name.toLowerCase()
    const list = Array.isArray(value) ? value : [value]
    for (const each of list) {
      assertHeader(key, each)
      size += key.length + String(each).length + 8
    }
    if (key === 'set-cookie') cookies.push(...texts(list))
    else if (list.length === 1) headers[key] = String(list[0])
    else if (list.length > 1) multi[key] = texts(list)
  }
  for (const name in result.multiValueHeaders) put(name, result.multiValueHeaders[name])
  for (const name in result.headers) {
    delete multi[name.toLowerCase()]
    put(name, result.headers[name])
  }
  for (const cookie of texts(result.cookies ?? [])) put('set-cookie', cookie)
  return { headers, multi, cookies, size }
}

/** The same for the headers that most answers have: one value each, no cookies. */
const headersOf = (result: ProxyResult): Sorted => {
  if (result.multiValueHeaders || result.cookies) return sortHeaders(result)
  const headers: Record<string, string> = {}
  let size = 0
  for (const name in result.headers) {
    const value: unknown = result.headers[name]
    if (typeof value !== 'string') return sortHeaders(result)
    // What has passed before did so under its name in lower case.
    const key = hasPassed(name, value) ? name : name.toLowerCase()
    if (key === 'set-cookie') return sortHeaders(result)
    assertHeader(key, value)
    headers[key] = value
    size += key.length + value.length + 8
  }
  return { headers, multi: NOTHING, cookies: [], size }
}

const bytesOf = (written: object, limit: number, characters: number): number =>
  // A character is at most six bytes of JSON, so a short answer needs no second serialisation.
  characters * 6 < limit / 2 ? 0 : Buffer.byteLength(JSON.stringify(written))

/**
 * The result that a gateway accepts, from the answer as middleware has left it.
 *
 * @throws TypeError when the answer cannot be sent, RangeError when it is larger than Lambda or the balancer takes.
 */
export const encode = (result: ProxyResult, format: Format, method: string): object => {
  assertStatus(result.statusCode)
  const { headers, multi, cookies, size } = headersOf(result)
  const isEmpty = isBodiless(result.statusCode)
  if (isEmpty) delete headers['content-type']
  const { body, isBase64Encoded } = isEmpty || method === 'HEAD' ? NO_BODY : bodyOf(result)
  const written = format.write({
    statusCode: result.statusCode,
    headers,
    multi,
    cookies,
    body,
    isBase64Encoded,
  })
  const bytes = bytesOf(written, format.maxBytes, body.length + size)
  if (bytes > format.maxBytes)
    throw new RangeError(
      `The answer is ${bytes} bytes as JSON, more than the ${format.maxBytes} that ${
        format.name.startsWith('alb') ? 'a load balancer' : 'Lambda'
      } takes: compress it, page it, or answer with a link to it`,
    )
  return written
}

/** The headers of a broken answer that its replacement should keep, so that a browser may read why. */
export const salvage = (result: unknown): Record<string, string> => {
  const kept: Record<string, string> = {}
  try {
    const headers = fields(fields(result).headers)
    for (const name in headers) {
      const key = name.toLowerCase()
      if ((key === 'vary' || key.startsWith('access-control-')) && isSendable(key, headers[name]))
        kept[key] = String(headers[name])
    }
  } catch {
    // What broke the answer may be that its headers cannot be read.
  }
  return kept
}
