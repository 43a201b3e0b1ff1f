/** What to do about who may call: `local`, `strict` or `off`. */
export const AUTH_MODES = ['local', 'strict', 'off'] as const

/**
 * What the local server does about who may call. `local` checks what it can and admits the rest, which it names at
 * start; `strict` turns that away; `off` admits everybody.
 *
 * @since 0.1.0
 */
export type AuthMode = (typeof AUTH_MODES)[number]

export const isAuthMode = (name: string): name is AuthMode => AUTH_MODES.some((each) => each === name)

/**
 * An AWS access key that signatures are verified with.
 *
 * @since 0.1.0
 */
export interface AuthCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** The session's token, which requests must then carry; without it, they must carry none. */
  readonly sessionToken?: string
  /** Whose account the handler reads; `123456789012` when absent. */
  readonly accountId?: string
  /** Who the handler reads; a user of that account when absent. */
  readonly userArn?: string
}

/**
 * What the local server checks credentials against.
 *
 * @since 0.1.0
 * @example
 * const server = await serve({ handler, port: 0, auth: { mode: 'strict', apiKeys: { partner: randomUUID() } } })
 * await server.close()
 */
export interface AuthSettings {
  /** `local` when absent. */
  readonly mode?: AuthMode
  /** The stage's API keys, each under its name; none when absent, and then keys cannot be checked. */
  readonly apiKeys?: Readonly<Record<string, string>>
  /** The credentials that requests may be signed with; none when absent, and then signatures cannot be checked. */
  readonly credentials?: ReadonlyArray<AuthCredentials>
  /**
   * Where to read the keys (RFC 7517) of tokens, a file or a URL, by the `iss` of the tokens or the ARN of their user
   * pool; the place that the issuer itself names when absent.
   */
  readonly jwks?: Readonly<Record<string, string>>
}
