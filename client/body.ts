import { classOf, encodePairs } from './wire-value.ts'

/** A media type that is JSON, by its name or its suffix (RFC 6839 §3.1), with parameters or without. */
const JSON_TYPE = /^[^;]+[/+]json *(?:;|$)/i

/** Whether a content type is JSON's. */
export const isJson = (type: string): boolean => JSON_TYPE.test(type)

/**
 * A body that `fetch` gives a content type of its own, or none.
 *
 * @since 0.1.0
 */
export type RawBody = URLSearchParams | FormData | Blob | Uint8Array<ArrayBuffer> | ArrayBuffer

const isRaw = (body: unknown): body is RawBody =>
  /^(?:URLSearchParams|FormData|Blob|File|Uint8Array|ArrayBuffer)$/.test(classOf(body))

/** What is sent, with the content type that it needs beside those that the call gives. */
export interface SentBody {
  readonly body?: string | RawBody
  readonly type?: string
}

/**
 * A body as it is sent: JSON, unless it is raw or the call's content type says otherwise.
 *
 * @param type the call's content type
 * @throws TypeError when the body cannot be sent as that type
 */
export const sentBody = (body: unknown, type: string | undefined): SentBody => {
  if (body === undefined) return {}
  if (isRaw(body)) return { body }
  if (type === undefined || isJson(type)) {
    const text: string | undefined = JSON.stringify(body)
    if (text === undefined) throw new TypeError('the body is nothing that JSON has')
    return type === undefined ? { body: text, type: 'application/json' } : { body: text }
  }
  if (typeof body === 'string') return { body }
  if (/^application\/x-www-form-urlencoded/i.test(type)) return { body: encodePairs('field', body) }
  throw new TypeError(`the body cannot be sent as ${type}: give text, bytes, a Blob or FormData`)
}
