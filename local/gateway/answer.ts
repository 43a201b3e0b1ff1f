import * as E from '#fp/Either'
import { pipe } from '#fp/function'
import { isBodiless } from './bodiless.ts'
import { CONNECTION_FIELDS } from './connection-field.ts'
import type { Gateway, WireAnswer } from './gateway.ts'
import { type Reply, type ResultRules, readResult } from './result.ts'

/** How one kind of gateway answers, beside what it reads from a result. */
export interface Answering {
  /** The type of a body that the function gave none. */
  readonly contentType: string
  /** Header names, in lower case, that it sends behind `x-amzn-remapped-`. */
  readonly remapped?: ReadonlySet<string>
  /** Its own answer when the function fails or its result is refused. */
  readonly failure: { readonly status: number; readonly contentType: string; readonly body: string }
}

/**
 * The half of a gateway that turns a function's result into an answer.
 *
 * @since 0.1.0
 */
export const answering = (
  rules: ResultRules,
  { contentType, failure, remapped }: Answering,
): Pick<Gateway, 'answer' | 'refusal' | 'failure'> => {
  const read = readResult(rules)
  const failed: WireAnswer = {
    status: failure.status,
    headers: [['content-type', failure.contentType]],
    body: Buffer.from(failure.body),
  }
  const answer = (reply: Reply): WireAnswer => {
    const bodiless = isBodiless(reply.status)
    const typed = bodiless || reply.headers.some(([name]) => name === 'content-type')
    const sent = reply.headers.filter(([name]) => !FRAMING.has(name))
    return {
      status: reply.status,
      headers: [
        ...(typed ? [] : [['content-type', contentType] as const]),
        ...sent.map(
          ([name, value]) => [remapped?.has(name) ? `x-amzn-remapped-${name}` : name, value] as const,
        ),
      ],
      body: bodiless ? new Uint8Array() : reply.body,
    }
  }
  return {
    answer: (result) =>
      pipe(
        read(result),
        E.match(() => failed, answer),
      ),
    refusal: (result) =>
      pipe(
        read(result),
        E.match(
          (why): string | undefined => why,
          () => undefined,
        ),
      ),
    failure: failed,
  }
}

// What belongs to the connection, and what the server that holds it writes or a proxy before it asks for.
const FRAMING: ReadonlySet<string> = new Set([
  ...CONNECTION_FIELDS,
  'content-length',
  'date',
  'proxy-authenticate',
  'proxy-authorization',
])
