const RESPONSE: unique symbol = Symbol.for('calix.response')

/**
 * A header's value, or values: a list is sent as one field line each where the gateway can.
 *
 * @since 0.1.0
 */
export type HeaderValue = string | number | boolean | ReadonlyArray<string>

/**
 * An answer that says more than its value does.
 *
 * @since 0.1.0
 */
export interface HttpResponse<A = unknown, S extends number = number> {
  readonly [RESPONSE]: true
  readonly status: S
  readonly headers: Readonly<Record<string, HeaderValue>>
  readonly cookies: ReadonlyArray<string>
  readonly body: A
}

/**
 * What an answer says beside its body.
 *
 * @since 0.1.0
 */
export interface ResponseOptions<S extends number = number> {
  /** The status, 200 to 599; 200 when absent. */
  readonly status?: S
  /** Headers by name, in any case; `content-type` follows from the body when absent. */
  readonly headers?: Readonly<Record<string, HeaderValue>>
  /** `set-cookie` values, one a cookie: `a=1; Path=/; HttpOnly`. */
  readonly cookies?: ReadonlyArray<string>
}

/**
 * An answer with a status, headers and cookies of its own. The body is sent as any value is: a string as text, bytes as
 * they are, everything else as JSON.
 *
 * @since 0.1.0
 * @example
 * response('hello world!', { status: 200, headers: { 'content-type': 'text/plain' } })
 */
export const response = <A, const S extends number = 200>(
  body: A,
  options: ResponseOptions<S> = {},
): HttpResponse<A, S> => ({
  [RESPONSE]: true,
  // Without a status in the options, `S` is 200.
  status: options.status ?? (200 as S),
  headers: options.headers ?? {},
  cookies: options.cookies ?? [],
  body,
})

/** Whether a value came from `response`. @since 0.1.0 */
export const isResponse = (value: unknown): value is HttpResponse =>
  typeof value === 'object' && value !== null && RESPONSE in value
