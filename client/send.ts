import type { Either } from '#fp/Either'
import { sentBody } from './body.ts'
import { ClientError, type ClientErrorKind, type RouteError } from './error.ts'
import type { FetchInit } from './fetch.ts'
import { cookieHeader, fieldsOf } from './fields.ts'
import type { ClientOptions } from './options.ts'
import { readAnswer } from './read-answer.ts'
import { routeErrorOf } from './route-error.ts'
import { printTarget } from './target.ts'

/** What a call has beside its method and path, of any route. */
export interface Call {
  readonly params?: unknown
  readonly query?: unknown
  readonly headers?: unknown
  readonly cookies?: unknown
  readonly body?: unknown
  /** Ends the call. */
  readonly signal?: AbortSignal
}

const WHY: { readonly [K in ClientErrorKind]?: string } = {
  headers: "the client's headers: ",
  network: 'no answer: ',
  aborted: 'ended before its answer: ',
}

/** Sends a call and reads its answer; never rejects. */
export const send = async (
  base: string,
  options: ClientOptions,
  method: string,
  path: string,
  call: Call,
): Promise<Either<ClientError | RouteError, unknown>> => {
  const { signal } = call
  let doing: ClientErrorKind = 'invalid-input'
  try {
    const own = fieldsOf(call.headers)
    const { body, type } = sentBody(call.body, own.get('content-type'))
    if (body !== undefined && /^(?:GET|HEAD)$/.test(method))
      throw new TypeError('no GET or HEAD can have a body')
    const cookie = [own.get('cookie'), cookieHeader(call.cookies)].filter(Boolean).join('; ')
    const url = base + printTarget(path, call.params, call.query)

    doing = 'headers'
    signal?.throwIfAborted()
    const { headers } = options
    const everyCall = fieldsOf(typeof headers === 'function' ? await headers() : headers)

    doing = 'network'
    const init: FetchInit = {
      method,
      headers: Object.fromEntries([
        ...everyCall,
        ...(type === undefined ? [] : [['content-type', type] as const]),
        ...own,
        ...(cookie === '' ? [] : [['cookie', cookie] as const]),
      ]),
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    }
    // Not as a method of the options: a browser's own `fetch` refuses any `this` but the window.
    const { fetch = globalThis.fetch } = options
    const answer = await readAnswer(method, await fetch(url, init))

    const { broken, status } = answer
    // A 304 answers a condition that the caller has set in a header.
    const isSuccess = (status >= 200 && status < 300) || status === 304
    if (isSuccess && broken === undefined) return { _tag: 'Right', right: answer.body }
    const left = isSuccess
      ? new ClientError('unreadable', `${method} ${path}: the JSON of its answer is none`, broken, answer)
      : (routeErrorOf(answer) ??
        new ClientError('unexpected-answer', `${method} ${path}: answered with ${status}`, broken, answer))
    return { _tag: 'Left', left }
  } catch (cause) {
    // Whatever was thrown, also what has no text of its own.
    const { name, message } = Object(cause) as Readonly<Record<string, unknown>>
    const isEnded = signal?.aborted || name === 'AbortError' || name === 'TimeoutError'
    const kind = isEnded && doing !== 'invalid-input' ? 'aborted' : doing
    const why = `${WHY[kind] ?? ''}${typeof message === 'string' ? message : typeof cause}`
    return { _tag: 'Left', left: new ClientError(kind, `${method} ${path}: ${why}`, cause) }
  }
}
