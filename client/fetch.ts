import type { RawBody } from './body.ts'

/**
 * What the client gives to `fetch`, beside the URL.
 *
 * @since 0.1.0
 */
export interface FetchInit {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string | RawBody
  readonly signal?: AbortSignal
}

/**
 * What the client reads of an answer: less than `Response`.
 *
 * @since 0.1.0
 */
export interface FetchAnswer {
  readonly status: number
  readonly headers: { readonly forEach: (each: (value: string, name: string) => void) => void }
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

/**
 * As much of `fetch` as the client needs, so that another may stand in for it.
 *
 * @since 0.1.0
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>
