import type { Values } from '../values.ts'

import type { Fields } from './fields.ts'

/** A result that has been checked: nothing in it can break the wire. */
export interface CheckedResult {
  readonly statusCode: number
  /** Single-valued headers by lower-case name. */
  readonly headers: Record<string, string>
  /** Headers of several values by lower-case name. */
  readonly multi: Readonly<Record<string, ReadonlyArray<string>>>
  readonly cookies: ReadonlyArray<string>
  readonly body: string
  readonly isBase64Encoded: boolean
}

/** One of the event formats that Lambda receives HTTP requests in: how to read it, and what to answer in. */
export interface Format {
  readonly name: 'rest' | 'http' | 'http-1.0' | 'url' | 'alb' | 'alb-multi'
  /** Whether paths arrive percent-encoded. HTTP APIs decode them. */
  readonly isEncoded: boolean
  /** The most bytes that the result may have as JSON. */
  readonly maxBytes: number
  readonly method: (event: Fields) => string
  readonly rawPath: (event: Fields) => string
  /** The path that routes are matched with: without the gateway's stage, encoded as it came. */
  readonly path: (event: Fields) => string
  readonly headers: (event: Fields) => Values<string>
  readonly queryAll: (event: Fields) => Values<ReadonlyArray<string>>
  readonly sourceIp: (event: Fields) => string
  readonly identity: (event: Fields) => unknown
  readonly write: (result: CheckedResult) => object
}

/**
 * Lambda's limit for a response, in bytes of JSON: 6 MB and 100 bytes, as its own error message states it.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const LAMBDA_LIMIT = 6_291_556

/**
 * A load balancer's limit for the JSON of a response: 1 MB.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export const ALB_LIMIT = 1_048_576
