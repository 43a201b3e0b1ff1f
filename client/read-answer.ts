import { isJson } from './body.ts'
import type { Answer } from './error.ts'
import type { FetchAnswer } from './fetch.ts'

/** An answer, and why its body is not the JSON that it says to be, where it is not. */
export interface ReadAnswer extends Answer {
  readonly broken: unknown
}

/**
 * Reads an answer by its content type: JSON, text, or bytes.
 *
 * @param method the request's; what answers a HEAD has no body (RFC 9110 §9.3.2)
 */
export const readAnswer = async (method: string, answer: FetchAnswer): Promise<ReadAnswer> => {
  const { status } = answer
  const fields: Array<[string, string]> = []
  answer.headers.forEach((value, name) => {
    fields.push([name.toLowerCase(), value])
  })
  const headers: Readonly<Record<string, string>> = Object.fromEntries(fields)
  const type = headers['content-type'] ?? ''
  let body: unknown = null
  let broken: unknown
  if (method !== 'HEAD' && ![204, 205, 304].includes(status)) {
    const isText = isJson(type) || /^text\//i.test(type)
    body = isText ? await answer.text() : new Uint8Array(await answer.arrayBuffer())
    try {
      if (isJson(type)) body = JSON.parse(String(body))
    } catch (cause) {
      broken = cause
    }
  }
  return { status, headers, body, broken }
}
