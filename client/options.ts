import type { Fetch } from './fetch.ts'

/**
 * Headers of every call: names in any case; a list is joined by commas, `undefined` is left out.
 *
 * @since 0.1.0
 */
export type ClientHeaders = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/**
 * What a client is told once.
 *
 * @since 0.1.0
 * @example
 * const options: ClientOptions = { headers: async () => ({ authorization: `Bearer ${await token()}` }) }
 */
export interface ClientOptions {
  /** Sends the requests; the global `fetch` when absent. */
  readonly fetch?: Fetch
  /** Sent with every call, or a function that is asked before each; a call's own headers win. */
  readonly headers?: ClientHeaders | (() => ClientHeaders | Promise<ClientHeaders>)
}
