import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import { isPoolIssuer, poolIssuer } from './issuer.ts'
import { readPlace, shownPlace } from './key-place.ts'
import type { Reading } from './read-limited.ts'

/** Whether an issuer's keys are at hand. */
export type KeysLoaded = { readonly tag: 'Loaded' } | KeysUnavailable

/** That an issuer's keys cannot be had, so that no token of it can be verified. */
export interface KeysUnavailable {
  readonly tag: 'Unavailable'
  /** Why, and what to do. */
  readonly reason: string
}

/** What there is by a key's id. */
export type KeyFound =
  | { readonly tag: 'Found'; readonly key: JWTVerifyGetKey }
  | { readonly tag: 'Unknown' }
  | KeysUnavailable

/** The keys of one issuer, loaded when they are first asked for. */
export interface IssuerKeys {
  /** Loads the keys unless they are at hand; never rejects. */
  readonly load: () => Promise<KeysLoaded>
  /** Finds the key that a token is signed with; never rejects. */
  readonly find: (kid: string) => Promise<KeyFound>
}

/** Where keys are had from. */
export interface KeySettings {
  /** Files or URLs of JSON web key sets (RFC 7517), by issuer or ARN of a user pool. */
  readonly sources: Readonly<Record<string, string>>
  readonly now: () => Date
  readonly fetch: typeof fetch
}

/** How long loading may take, in milliseconds. */
const TIME_LIMIT = 2_000

/** How long an attempt to load counts, in milliseconds: an unknown key is no reason to ask the issuer at every request. */
const RETRY = 60_000

/** Two hours, as HTTP APIs do: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
const LIFETIME = 2 * 60 * 60 * 1000

const HOW = "name a file or a URL with its keys under 'jwks' in the settings"

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined

/** Where an issuer says that its keys are (OpenID Connect Discovery 1.0 section 4). */
const discovered = async (issuer: string, reading: Reading): Promise<string> => {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const configuration = await readPlace(place, reading)
  if (fieldOf(configuration, 'issuer') !== issuer)
    throw new Error(`${shownPlace(place)} is of another issuer`)
  const uri = fieldOf(configuration, 'jwks_uri')
  if (typeof uri !== 'string' || !uri.startsWith('https://'))
    throw new Error(`${shownPlace(place)} names no keys`)
  return uri
}

const isKeySet = (value: unknown): value is JSONWebKeySet => Array.isArray(fieldOf(value, 'keys'))

interface Known {
  readonly kids: ReadonlySet<unknown>
  readonly key: JWTVerifyGetKey
  readonly at: number
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'they cannot be read'
  if (error.name === 'TimeoutError') return `they did not come within ${TIME_LIMIT / 1000} s`
  return error.message
}

const loadKeys = async (issuer: string, settings: KeySettings): Promise<Known> => {
  const { fetch, now, sources } = settings
  const reading = { fetch, signal: AbortSignal.timeout(TIME_LIMIT) }
  const [, named] =
    Object.entries(sources).find(
      ([name]) => name === issuer || (name.startsWith('arn:') && poolIssuer(name) === issuer),
    ) ?? []
  const place =
    named ?? (isPoolIssuer(issuer) ? `${issuer}/.well-known/jwks.json` : await discovered(issuer, reading))
  const set = await readPlace(place, reading)
  if (!isKeySet(set)) throw new Error(`${shownPlace(place)} is no key set`)
  // Only here: a server whose routes take no tokens needs no verifier.
  const { createLocalJWKSet } = await import('jose')
  return {
    kids: new Set(set.keys.map((key) => fieldOf(key, 'kid'))),
    key: createLocalJWKSet(set),
    at: now().getTime(),
  }
}

const keysOf = (issuer: string, settings: KeySettings): IssuerKeys => {
  let known: Known | undefined
  let unavailable: KeysUnavailable | undefined
  let attempted = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | undefined

  const attempt = async (): Promise<void> => {
    attempted = settings.now().getTime()
    try {
      known = await loadKeys(issuer, settings)
      unavailable = undefined
    } catch (error) {
      const reason = `the keys of ${shownPlace(issuer)} are not to be had: ${reasonOf(error)}; ${HOW}`
      unavailable = { tag: 'Unavailable', reason }
    }
  }
  /** Whoever asks meanwhile waits for the same. */
  const loadAnew = async (): Promise<void> => {
    if (loading === undefined && settings.now().getTime() - attempted < RETRY) return
    loading ??= attempt().finally(() => {
      loading = undefined
    })
    await loading
  }
  /** The keys, unless their time is up: what the issuer has withdrawn must not hold because it cannot be asked. */
  const valid = (): Known | undefined =>
    known !== undefined && settings.now().getTime() - known.at < LIFETIME ? known : undefined

  return {
    load: async () => {
      if (valid() === undefined) await loadAnew()
      return valid() === undefined && unavailable !== undefined ? unavailable : { tag: 'Loaded' }
    },
    find: async (kid) => {
      if (valid()?.kids.has(kid) !== true) await loadAnew()
      const current = valid()
      if (current === undefined) return unavailable ?? { tag: 'Unknown' }
      return current.kids.has(kid) ? { tag: 'Found', key: current.key } : { tag: 'Unknown' }
    },
  }
}

/**
 * The keys that tokens are verified with: a file or a URL of the settings, or else where the issuer publishes them. They
 * are loaded within two seconds, and again when a token is signed with a key that is not there, once a minute at most.
 * After two hours they count no more, whether or not there are others to be had.
 *
 * @returns the keys of an issuer, which are the same each time
 * @since 0.1.0
 */
export const issuerKeys = (
  settings: Partial<KeySettings> & Pick<KeySettings, 'sources'>,
): ((issuer: string) => IssuerKeys) => {
  const { now = () => new Date(), fetch = globalThis.fetch, sources } = settings
  const all = new Map<string, IssuerKeys>()
  return (issuer) => {
    const keys = all.get(issuer) ?? keysOf(issuer, { sources, now, fetch })
    all.set(issuer, keys)
    return keys
  }
}
