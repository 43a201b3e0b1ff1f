declare const REFUSES: unique symbol
declare const CALLER: unique symbol

/** What an endpoint's own authorizers add to the type of its contract: the errors that they end in, and who calls. */
export interface Guarded<Errors, Identity = unknown> {
  readonly [REFUSES]: Errors
  readonly [CALLER]: Identity
}
