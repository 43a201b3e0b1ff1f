import type { FutureText } from './component.ts'

/** What a gateway has come to. */
export interface Gateway {
  readonly url: FutureText
  /** Further things that `sst deploy` prints. */
  readonly outputs: Readonly<Record<string, unknown>>
}
