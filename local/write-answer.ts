import type { ServerResponse } from 'node:http'
import { isBodiless } from './gateway/bodiless.ts'
import type { WireAnswer } from './gateway/gateway.ts'

/** The field lines that go on the wire: the gateway has left those of the connection to the server. */
const fieldLines = (
  { status, headers, body }: WireAnswer,
  method: string,
): ReadonlyArray<readonly [string, string]> => {
  // On HEAD the length is that of the answer to a GET, or is not said: no bytes may mean that nobody made them.
  const unknown = method === 'HEAD' && body.length === 0
  return isBodiless(status) || unknown ? headers : [...headers, ['content-length', String(body.length)]]
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
  if (method === 'HEAD' || isBodiless(answer.status)) response.flushHeaders()
  else response.write(answer.body)
}
