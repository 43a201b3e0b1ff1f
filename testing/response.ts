import { isBodiless } from '../local/gateway/bodiless.ts'
import type { WireAnswer } from '../local/gateway/gateway.ts'

/**
 * The answer that the caller of a deployed app would receive.
 *
 * @since 0.1.0
 * @example
 * const { status, headers, json } = await client(app).get('/cities/seattle')
 */
export interface ClientResponse {
  /** The HTTP status. */
  readonly status: number
  /** By lower-case name; repeated lines joined with a comma, and without `set-cookie`, which `cookies` has. */
  readonly headers: Readonly<Record<string, string>>
  /** The values of the `set-cookie` lines, in order. */
  readonly cookies: readonly string[]
  /** The body as it came; empty for a HEAD. */
  readonly bytes: Uint8Array
  /** The body as UTF-8 text. */
  readonly text: string
  /**
   * The body parsed as JSON.
   *
   * @throws SyntaxError when it is not JSON; the message has the status and the body's beginning
   */
  readonly json: unknown
  /** The event that the function received. */
  readonly event: Readonly<Record<string, unknown>>
  /** What the function returned. */
  readonly result: unknown
  /** Why the gateway refused the function's result, and answered with an error of its own; `undefined` when it did not. */
  readonly refusal: string | undefined
}

/** How an answer came about. */
type Exchange = Pick<ClientResponse, 'event' | 'result' | 'refusal'>

/**
 * Reads an answer off the wire.
 *
 * @param answer what the gateway sends
 * @param isHead whether the request was a HEAD, whose answer ends with its headers (RFC 9110 section 9.3.2)
 * @since 0.1.0
 */
export const responseOf = (answer: WireAnswer, isHead: boolean, exchange: Exchange): ClientResponse => {
  const bytes = isHead ? new Uint8Array() : answer.body
  const parsed = once(() => parseJson(answer.status, decode(bytes)))
  return {
    ...exchange,
    status: answer.status,
    headers: headersOf(answer, isHead),
    cookies: answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
    bytes,
    get text() {
      return decode(bytes)
    },
    get json() {
      return parsed()
    },
  }
}

const headersOf = (
  { body, headers, status }: WireAnswer,
  isHead: boolean,
): Readonly<Record<string, string>> => {
  const joined = new Map<string, string>()
  for (const [name, value] of headers) {
    if (name === 'set-cookie') continue
    const before = joined.get(name)
    joined.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  if (!isHead && !isBodiless(status)) joined.set('content-length', String(body.length))
  return Object.fromEntries(joined)
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const parseJson = (status: number, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const shown = text === '' ? 'it is empty' : `it begins ${JSON.stringify(text.slice(0, 80))}`
    throw new SyntaxError(`the body of this ${status} answer is not JSON: ${shown}`, { cause })
  }
}

const once = <A>(f: () => A): (() => A) => {
  let done: { readonly value: A } | undefined
  return () => {
    done ??= { value: f() }
    return done.value
  }
}
