import type { Description } from './documentation/written.ts'
import type { Invocation, KnownApp, KnownRoute, Outcome } from './runtime.ts'

/** What a worker is started with. */
export interface Job {
  /** The URL of the bundle. */
  readonly file: string
  /** How messages call the entry. */
  readonly name: string
  readonly stage: string
}

/** What the server says to a worker. */
export type ToWorker =
  | { readonly tag: 'Invoke'; readonly id: number; readonly invocation: Invocation }
  | { readonly tag: 'Document'; readonly id: number; readonly description: Description }
  | { readonly tag: 'Ping' }

/** What a worker says to the server. */
export type FromWorker =
  | {
      readonly tag: 'Ready'
      readonly routes: ReadonlyArray<KnownRoute>
      readonly app: KnownApp | undefined
    }
  | { readonly tag: 'Unloadable'; readonly reason: string }
  | { readonly tag: 'Done'; readonly id: number; readonly outcome: Outcome }
  | { readonly tag: 'Pong' }
