import type { AnyApp } from '../src/app.ts'
import { type Around, type ClientOptions, client, type Handler } from './client.ts'
import { decompressed } from './decompressed.ts'
import type { ClientIdentity } from './identity.ts'
import type { ClientRequest } from './request.ts'

/**
 * What stands around the app that a `fetch` asks.
 *
 * @since 0.1.0
 */
export interface FetchOptions extends ClientOptions {
  /** Who calls, in every request; see `ClientRequest`. */
  readonly identity?: ClientIdentity
}

/** As often as `fetch` follows (Fetch §4.4). */
const REDIRECTS = 20

const NULL_BODY: ReadonlyArray<number> = [204, 205, 304]

/** The headers of the Fetch standard's "request-body-header name". */
const BODY_HEADERS = ['content-encoding', 'content-language', 'content-location', 'content-type']

/**
 * A `fetch` that an app answers in this process, without a socket: each request becomes the event that AWS sends, as in
 * `client`. The URL's origin is whatever you like; its path and query are the request's target.
 *
 * Redirects are followed as long as they stay at the origin, compressed answers are decompressed, and a signal ends the
 * waiting. What the function rejects with, the promise rejects with.
 *
 * @param app an app, or a Lambda handler
 * @throws TypeError from a call that `fetch` refuses too, such as a GET with a body, or that leads to another origin
 * @since 0.1.0
 * @example
 * const api = client<typeof app>('http://calix.test', { fetch: fetchOf(app) })
 * await api.get('/cities/:city', { params: { city: 'seattle' } }).promise()
 */
export const fetchOf = <A extends AnyApp | Handler>(
  app: A,
  ...[given]: Around<A, FetchOptions>
): ((input: string | URL | Request, init?: RequestInit) => Promise<Response>) => {
  const { identity, ...around }: FetchOptions & { readonly environment?: object } = { ...given }
  const api = client<AnyApp | Handler>(app, around)
  const follow = async (request: Request, redirects: number): Promise<Response> => {
    const sent = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
    request.signal.throwIfAborted()
    const url = new URL(request.url)
    const asked: ClientRequest = {
      headers: { host: url.host, ...Object.fromEntries(request.headers) },
      ...(sent === undefined ? {} : { body: sent }),
      ...(identity === undefined ? {} : { identity }),
    }
    const answering = api.request(request.method, `${url.pathname}${url.search}`, asked)
    const { bytes, cookies, headers, status } = await untilAborted(answering, request.signal)
    const to = headers.location
    if (to !== undefined && [301, 302, 303, 307, 308].includes(status) && request.redirect !== 'manual') {
      if (request.redirect === 'error') throw new TypeError(`${request.url} redirects to ${to}`)
      if (redirects === REDIRECTS) throw new TypeError(`${request.url} redirects too often`)
      return follow(redirected(request, new URL(to, url), status, sent), redirects + 1)
    }
    const lines = [...Object.entries(headers), ...cookies.map((each) => ['set-cookie', each] as const)]
    const isNull = request.method === 'HEAD' || NULL_BODY.includes(status)
    const body = isNull ? null : await decompressed(bytes, headers['content-encoding'])
    const answer = new Response(body, { status, headers: lines.map(([name, value]) => [name, value]) })
    // The constructor takes neither, and both are what tells a caller that it has been led elsewhere.
    return Object.defineProperties(answer, {
      url: { value: request.url.replace(/#.*/s, '') },
      redirected: { value: redirects > 0 },
    })
  }
  return async (input, init) => follow(new Request(input, init), 0)
}

/** What comes first: the answer, or the end of the waiting. */
const untilAborted = async <A>(answering: Promise<A>, signal: AbortSignal): Promise<A> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([promise, answering])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/**
 * The request that follows a redirect (Fetch §4.4, "HTTP-redirect fetch").
 *
 * @throws TypeError when it leads to another origin
 */
const redirected = (before: Request, to: URL, status: number, body: Uint8Array<ArrayBuffer> | undefined) => {
  const { origin } = new URL(before.url)
  if (to.origin !== origin)
    throw new TypeError(
      `${before.url} redirects to ${to.href}, which is not the app: ask with redirect: 'manual'`,
    )
  const { method, redirect, signal } = before
  const isGet = method === 'GET' || method === 'HEAD'
  const becomesGet = status === 303 ? !isGet : status < 303 && method === 'POST'
  const headers = new Headers(before.headers)
  if (becomesGet) for (const name of BODY_HEADERS) headers.delete(name)
  return new Request(to, {
    ...{ method: becomesGet ? 'GET' : method, headers, redirect, signal },
    ...(becomesGet || body === undefined ? {} : { body }),
  })
}
