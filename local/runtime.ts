import type { Outline } from '../src/outline.ts'
import type { Description } from './documentation/written.ts'

/** One call of the function, as Lambda's runtime would hand it over. */
export interface Invocation {
  /** The event, as JSON: what the function sees has been through `JSON.parse`, as in Lambda. */
  readonly event: string
  readonly requestId: string
  /** When the function's time is up, in milliseconds since the epoch. */
  readonly deadline: number
}

/** How a call ended: with a result, already serialised once as Lambda's runtime does, or with an error. */
export type Outcome =
  | { readonly tag: 'Returned'; readonly json: string }
  | {
      readonly tag: 'Failed'
      readonly reason: string
      /** The message of the error that the function itself has ended in: gateways read an authorizer's. */
      readonly message?: string
    }
  | { readonly tag: 'TimedOut'; readonly reason: string }

/** A route as the gateway knows it. */
export interface KnownRoute {
  readonly method: string
  readonly path: string
}

/** What a gateway needs to know of the app behind a handler. */
export interface KnownApp {
  readonly outline: Outline
  /** What the app takes off the path of every request. */
  readonly basePath: string | undefined
}

/** Something that runs the function: a worker thread, or this very process. */
export interface Runtime {
  /** The app's routes; none for a handler that is not made of an app. */
  readonly routes: ReadonlyArray<KnownRoute>
  /** Absent for a handler that is not made of an app: nothing is known of who may call it. */
  readonly app: KnownApp | undefined
  /** Runs the function once; never rejects. */
  readonly invoke: (invocation: Invocation) => Promise<Outcome>
  /** Writes the app's document, a `Written` as JSON; never rejects. */
  readonly document: (description: Description) => Promise<Outcome>
}

/**
 * What went wrong is the caller's to mend, and the message says how: a missing entry, code that does not build or load, a
 * taken port.
 *
 * @since 0.1.0
 * @example
 * await serve({ entry: 'app.ts' }).catch((error) => console.error(error instanceof LocalError ? error.message : error))
 */
export class LocalError extends Error {
  override readonly name = 'LocalError'
}
