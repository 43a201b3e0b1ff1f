declare const ENVIRONMENT: unique symbol

/**
 * What an app is given once, when it is started: clients, configuration. It is a type alone.
 *
 * @since 0.1.0
 */
export interface Environment<Values> {
  readonly [ENVIRONMENT]?: Values
}

/** There is nothing to it but its type. */
const NOTHING: Environment<never> = Object.freeze({})

/**
 * Says what an app is given when it is started, as `lambda(app, …)` and tests do; its handlers and providers may need it.
 * Who is calling (`identity`) is for authorizers alone to say.
 *
 * @since 0.1.0
 * @example
 * const app = calix({ environment: environment<{ db: Database }>() }, listUsers)
 * export const handler = lambda(app, { db })
 */
export const environment = <Values extends object & { readonly identity?: never }>(): Environment<Values> =>
  NOTHING
