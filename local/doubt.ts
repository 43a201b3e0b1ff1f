import type { CognitoAuthorizer, JwtAuthorizer } from '../src/authorizer.ts'
import type { Outline, OutlinedAuthorizer } from '../src/outline.ts'
import { issuersOf } from './auth/issuer.ts'
import type { IssuerKeys } from './auth/keys.ts'
import type { AuthSettings } from './auth/settings.ts'

/** What there is to decide with. */
export interface DoubtSettings {
  readonly auth: AuthSettings
  /** The keys of an issuer. */
  readonly keys: (issuer: string) => IssuerKeys
}

/** That something cannot be decided on this machine. */
export interface Doubt {
  /** And how it could be. */
  readonly why: string
  /** Whether it is so of some tokens alone: there are other issuers, whose keys are there. */
  readonly isPartial: boolean
}

/** What `doubts` calls API keys; no authorizer can be called so. */
export const API_KEY = 'API key'

export type TokenAuthorizer = CognitoAuthorizer | JwtAuthorizer

const whole = (why: string): Doubt => ({ why, isPartial: false })

/** Whether tokens cannot be verified: each issuer has keys of its own. */
const tokenDoubt = async (
  authorizer: TokenAuthorizer,
  keys: DoubtSettings['keys'],
): Promise<Doubt | undefined> => {
  const all = await Promise.all(issuersOf(authorizer).map((issuer) => keys(issuer).load()))
  const reasons = all.flatMap((each) => (each.tag === 'Loaded' ? [] : [each.reason]))
  if (reasons.length === 0) return undefined
  return { why: reasons.join('; '), isPartial: reasons.length < all.length }
}

const doubtOf = async (
  authorizer: OutlinedAuthorizer,
  { auth, keys }: DoubtSettings,
): Promise<Doubt | undefined> => {
  switch (authorizer.kind) {
    case 'iam':
      return (auth.credentials ?? []).length > 0 ? undefined : whole(NO_CREDENTIALS)
    case 'custom':
      return whole(
        `its function is deployed elsewhere (${authorizer.arn ?? authorizer.uri}) and cannot be asked from here: deploy, or write it in the app with authorizer(…)`,
      )
    case 'cognito':
    case 'jwt':
      return tokenDoubt(authorizer, keys)
    case 'built-in':
      return undefined
  }
}

const NO_CREDENTIALS =
  "there are no AWS credentials to verify signatures with: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or list some under 'credentials' in calix.local.json"

const keyDoubt = ({ apiKeys = {} }: AuthSettings): Doubt | undefined =>
  Object.keys(apiKeys).length > 0
    ? undefined
    : whole("there are no API keys to compare with: list some under 'apiKeys' in calix.local.json")

/** Everything that cannot be decided here, with why. */
export const doubtsOf = async (
  outline: Outline,
  settings: DoubtSettings,
): Promise<ReadonlyMap<string, Doubt>> => {
  if (settings.auth.mode === 'off') return new Map()
  const all = await Promise.all([
    ...outline.authorizers.map(async (each) => [each.name, await doubtOf(each, settings)] as const),
    [API_KEY, keyDoubt(settings.auth)] as const,
  ])
  return new Map(all.flatMap(([name, doubt]) => (doubt === undefined ? [] : [[name, doubt] as const])))
}
