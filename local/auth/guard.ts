import type { Guard, OutlinedAuthorizer } from '../../src/outline.ts'
import { type AnsweringRoute, answeringRoute } from '../answering-route.ts'
import { API_KEY, type Doubt, type DoubtSettings, doubtsOf, type TokenAuthorizer } from '../doubt.ts'
import type { Gateway, WireRequest } from '../gateway/gateway.ts'
import type { KnownApp } from '../runtime.ts'
import { KEY_STAND_IN, standIn } from '../stand-in.ts'
import { verifyApiKey } from './api-key.ts'
import { type AuthorizerAnswer, askAuthorizer, type Call } from './ask.ts'
import { answerCache } from './cache.ts'
import { verifySignature } from './sigv4.ts'
import { verifyToken } from './token.ts'
import { admitted, type Caller, refused, type Verdict } from './verdict.ts'

/** What a guard is told, beside the app. */
export interface GuardSettings extends DoubtSettings {
  readonly gateway: Gateway['name']
  readonly stage: string
  readonly now: () => Date
}

/** Stands before an app and says who may call. */
export interface AppGuard {
  /**
   * What a gateway would make of a request's credentials; rejects only where calix itself is wrong.
   *
   * @param event the one that the function would get
   * @param call calls the function: its own authorizers are part of it
   */
  readonly admit: (request: WireRequest, event: Record<string, unknown>, call: Call) => Promise<Verdict>
  /** What cannot be decided on this machine, by the authorizer's name or, for API keys, `API_KEY`. */
  readonly doubts: ReadonlyMap<string, Doubt>
}

const unscoped = (caller: Caller): Caller => (caller.kind === 'token' ? { ...caller, scopes: [] } : caller)

/**
 * A guard of an app, as the app's gateway would be: the authorizer is asked first, the API key after it, as API Gateway
 * does. Keys of tokens are loaded before it is there.
 */
export const appGuard = async (app: KnownApp, settings: GuardSettings): Promise<AppGuard> => {
  const { auth, gateway, keys, now, stage } = settings
  const { mode = 'local' } = auth
  const find = answeringRoute(app)
  const authorizers = new Map(app.outline.authorizers.map((each) => [each.name, each]))
  const doubts = await doubtsOf(app.outline, settings)
  const cache = answerCache<AuthorizerAnswer>(now)

  const undecided = (why: string, authorizer: OutlinedAuthorizer, guard: Guard): Verdict =>
    mode === 'local'
      ? admitted(standIn(authorizer, guard.scopes))
      : refused('ACCESS_DENIED', `'${authorizer.name}' cannot be decided here, and --auth is strict: ${why}`)

  const verifyTokenOf = async (
    authorizer: TokenAuthorizer,
    guard: Guard,
    request: WireRequest,
  ): Promise<Verdict> => {
    const writer = gateway === 'rest' ? 'rest' : 'http'
    // An HTTP API lists a token's scopes on routes alone that ask for some.
    const isScopesList = writer === 'rest' || guard.scopes.length > 0
    const verdict = await verifyToken(
      { authorizer, scopes: guard.scopes, gateway: writer, keys },
      request,
      now(),
    )
    if (verdict.tag === 'Refused') return verdict
    if (verdict.tag === 'Admitted') return isScopesList ? verdict : admitted(...verdict.callers.map(unscoped))
    // Of keys that were there at start and are no more, nobody has been warned.
    return doubts.has(authorizer.name)
      ? undecided(verdict.reason, authorizer, guard)
      : refused('ACCESS_DENIED', `'${authorizer.name}' cannot be decided: ${verdict.reason}`)
  }

  const checkAuthorizer = async (
    authorizer: OutlinedAuthorizer,
    found: AnsweringRoute,
    guard: Guard,
    ask: Parameters<AppGuard['admit']>,
  ): Promise<Verdict> => {
    if (mode === 'off') return admitted(standIn(authorizer, guard.scopes))
    const doubt = doubts.get(authorizer.name)
    if (doubt?.isPartial === false) return undecided(doubt.why, authorizer, guard)
    const [request, event, call] = ask
    switch (authorizer.kind) {
      case 'iam':
        return verifySignature(auth.credentials ?? [], request, now())
      case 'cognito':
      case 'jwt':
        return verifyTokenOf(authorizer, guard, request)
      case 'built-in': {
        const { method, path, rawPath, route } = found
        const asked = { authorizer, gateway, stage, request, event, route: route.path, method, path, rawPath }
        return askAuthorizer(asked, call, cache)
      }
      case 'custom':
        // It is always in doubt.
        return refused('ACCESS_DENIED', `'${authorizer.name}' cannot be asked from here`)
    }
  }

  const checkKey = (request: WireRequest): Verdict => {
    const doubt = doubts.get(API_KEY)
    if (mode === 'off' || (doubt !== undefined && mode === 'local')) return admitted(KEY_STAND_IN)
    return doubt === undefined
      ? verifyApiKey(auth.apiKeys ?? {}, request)
      : refused('ACCESS_DENIED', `API keys cannot be decided here, and --auth is strict: ${doubt.why}`)
  }

  return {
    doubts,
    admit: async (...ask) => {
      const [request, event] = ask
      const found = find(event)
      const guard = found?.route.guard
      if (found === undefined || guard === undefined) return admitted()
      const authorizer = guard.authorizer === undefined ? undefined : authorizers.get(guard.authorizer)
      // A guard whose authorizer is not there is none that anybody has written.
      if (guard.authorizer !== undefined && authorizer === undefined)
        return refused('AUTHORIZER_CONFIGURATION_ERROR', `there is no authorizer '${guard.authorizer}'`)
      const first =
        authorizer === undefined ? admitted() : await checkAuthorizer(authorizer, found, guard, ask)
      if (first.tag === 'Refused' || !guard.apiKey) return first
      const second = checkKey(request)
      return second.tag === 'Refused' ? second : admitted(...first.callers, ...second.callers)
    },
  }
}
