import type { AnyApp } from '../src/app.ts'
import { untyped } from './client.ts'
import type { ClientOptions } from './options.ts'
import type { Client } from './types.ts'

export type { RawBody } from './body.ts'
export type { ClientTask } from './client.ts'
export { type Answer, ClientError, type ClientErrorKind, RouteError } from './error.ts'
export type { Fetch, FetchAnswer, FetchInit } from './fetch.ts'
export type { ClientHeaders, ClientOptions } from './options.ts'
export type { Received } from './received.ts'
export type { CallError, Client } from './types.ts'

/**
 * A client of an app: a method for each of HTTP's, which takes a route's path and what the route asks for, and gives a
 * `TaskEither` that can be a promise as well. Nothing is generated, and nothing of the app is loaded.
 *
 * @param baseUrl where the app answers, with its stage if it has one: `https://api.example.com/prod`
 * @throws TypeError when the URL has a query or a fragment.
 * @since 0.1.0
 * @example
 * const api = client<typeof app>('https://api.example.com')
 * const answer = await api.get('/cities/:city', { params: { city: 'seattle' } })()
 * const state = await api.get('/cities/:city', { params: { city: 'seattle' } }).promise()
 */
export const client = <A extends AnyApp>(baseUrl: string, options: ClientOptions = {}): Client<A> => {
  const api: unknown = untyped(baseUrl, options)
  // The routes are types alone: what is sent and what arrives is theirs to say.
  return api as Client<A>
}
