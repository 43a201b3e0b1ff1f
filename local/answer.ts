import type { ServerResponse } from 'node:http'
import type { WireAnswer } from './gateway/gateway.ts'

/** Fields of one connection only (RFC 9110, 7.6.1), and the length: the server's own to say. */
const OWN = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Answers to these never have a body, not even one of no bytes (RFC 9110, 15.3.5 and 15.4.5). */
const isBodyless = (status: number): boolean => status === 204 || status === 304

const LENGTH = /^\d{1,15}$/

/** The length to announce; on HEAD the one that GET would have, where it is known. */
const lengthOf = ({ status, headers, body }: WireAnswer, method: string): string | undefined => {
  if (isBodyless(status)) return undefined
  if (method !== 'HEAD' || body.length > 0) return String(body.length)
  return headers.find(([name, value]) => name.toLowerCase() === 'content-length' && LENGTH.test(value))?.[1]
}

/** The field lines that go on the wire. */
const fieldLines = (answer: WireAnswer, method: string): ReadonlyArray<readonly [string, string]> => {
  const length = lengthOf(answer, method)
  const kept = answer.headers.filter(([name]) => !OWN.has(name.toLowerCase()))
  return length === undefined ? kept : [...kept, ['content-length', length]]
}

/**
 * Writes the head and the body of an answer, but does not end the response.
 * @param close whether this is the connection's last answer
 * @throws when the answer has a status or a field that HTTP cannot carry; nothing is written then
 */
export const writeAnswer = (
  response: ServerResponse,
  method: string,
  answer: WireAnswer,
  close: boolean,
): void => {
  if (answer.status < 200) throw new RangeError(`An answer cannot end with status ${answer.status}.`)
  const lines = fieldLines(answer, method)
  // One flat list: as an object, fields that repeat would have to be merged.
  response.writeHead(answer.status, [...lines, ...(close ? [['connection', 'close'] as const] : [])].flat())
  if (method === 'HEAD' || isBodyless(answer.status)) response.flushHeaders()
  else response.write(answer.body)
}
