import type { AnyApp } from './app.ts'
import type { Authorizer, BuiltInAuthorizer } from './authorizer.ts'
import type { Method } from './endpoint.ts'
import { freeName } from './free-name.ts'
import { type GatewayAnswer, gatewayAnswers } from './gateway-answer.ts'
import type { CorsHeaders } from './middleware.ts'

/** An authorizer as a gateway knows it: nothing in it runs, so it can be sent to another thread. */
export type OutlinedAuthorizer =
  | Exclude<Authorizer, BuiltInAuthorizer | { readonly kind: 'api-key' }>
  | Omit<BuiltInAuthorizer, 'decide'>

/** What a gateway asks before it lets a request through to a route. */
export interface Guard {
  /** The name of the authorizer. */
  readonly authorizer: string | undefined
  /** Of which the token needs one; none where any token will do. */
  readonly scopes: ReadonlyArray<string>
  readonly apiKey: boolean
}

/** A route as a gateway knows it. */
export interface OutlinedRoute {
  readonly methods: ReadonlyArray<Method>
  readonly path: string
  /** Absent where anybody may call. */
  readonly guard: Guard | undefined
  /** Whether browsers of other origins may ask first. */
  readonly hasPreflight: boolean
}

/** An app as a gateway knows it: plain data, read off the routes without running any. */
export interface Outline {
  readonly name: string | undefined
  readonly routes: ReadonlyArray<OutlinedRoute>
  /** Each authorizer once, under a name of its own. */
  readonly authorizers: ReadonlyArray<OutlinedAuthorizer>
  readonly answers: ReadonlyArray<GatewayAnswer>
  /** What all routes alike tell browsers of other origins; absent where they differ, or tell nothing. */
  readonly cors: CorsHeaders | undefined
}

/** What makes two authorizers one to a gateway: scopes are each route's own. */
const keyOf = (authorizer: Authorizer): unknown => {
  if (authorizer.kind === 'built-in') return authorizer
  return JSON.stringify({ ...authorizer, scopes: [] })
}

const outlined = (authorizer: Authorizer, name: string): OutlinedAuthorizer | undefined => {
  if (authorizer.kind === 'api-key') return undefined
  if (authorizer.kind !== 'built-in') return { ...authorizer, name }
  const { kind, header, ttl } = authorizer
  return { kind, name, header, ttl }
}

const uniformCors = (app: AnyApp): CorsHeaders | undefined => {
  const all = app.routes.list.map(({ middleware }) =>
    [...middleware, ...app.middleware].flatMap(({ corsHeaders }) =>
      corsHeaders === undefined ? [] : [corsHeaders],
    ),
  )
  const [first] = all[0] ?? []
  const text = JSON.stringify(first)
  return all.every((each) => each.length === 1 && JSON.stringify(each[0]) === text) ? first : undefined
}

/** What a gateway needs to know of an app. */
export const outlineOf = (app: AnyApp): Outline => {
  const names = new Map<unknown, string>()
  // `api` is what the function of the routes is called.
  const taken = (): ReadonlySet<string> => new Set(['api', ...names.values()])
  const authorizers: Array<OutlinedAuthorizer> = []
  for (const { authorizers: all = [] } of app.routes.list)
    for (const each of all) {
      const key = keyOf(each)
      if (names.has(key)) continue
      const name = freeName(each.name, taken())
      const known = outlined(each, name)
      if (known === undefined) continue
      names.set(key, name)
      authorizers.push(known)
    }

  const guardOf = (all: ReadonlyArray<Authorizer>): Guard | undefined => {
    if (all.length === 0) return undefined
    const authorizer = all.find(({ kind }) => kind !== 'api-key')
    return {
      authorizer: authorizer && names.get(keyOf(authorizer)),
      scopes: authorizer !== undefined && 'scopes' in authorizer ? authorizer.scopes : [],
      apiKey: all.some(({ kind }) => kind === 'api-key'),
    }
  }

  return {
    name: app.options.name,
    routes: app.routes.list.map(({ methods, path, authorizers: all = [], middleware }) => ({
      methods,
      path,
      guard: guardOf(all),
      hasPreflight: [...middleware, ...app.middleware].some((each) => each.preflight !== undefined),
    })),
    authorizers,
    answers: gatewayAnswers(app),
    cors: uniformCors(app),
  }
}
