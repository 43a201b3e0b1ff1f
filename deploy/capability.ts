import type { Outline, OutlinedRoute } from '../src/outline.ts'
import type { Gateway } from './config/configuration.ts'
import type { Mistake } from './config/mistake.ts'

type Kind = Outline['authorizers'][number]['kind'] | 'api-key'

/** What each gateway can ask of a request, and what does the same elsewhere. */
const CAPABLE: {
  readonly [K in Kind]: {
    readonly call: string
    readonly gateways: ReadonlyArray<Gateway>
    readonly else: string
  }
} = {
  'api-key': { call: 'apiKey()', gateways: ['rest'], else: 'an HTTP API or a function URL has no keys' },
  iam: { call: 'iam()', gateways: ['rest', 'http', 'url'], else: '' },
  cognito: {
    call: 'cognito(…)',
    gateways: ['rest'],
    else: "jwt({ issuer, audience }) does the same on gateway 'http', with the pool's URL and the ids of its clients",
  },
  jwt: {
    call: 'jwt(…)',
    gateways: ['http'],
    else: "on gateway 'rest' cognito(…) does it for user pools, and authorizer(…) for any token",
  },
  custom: { call: 'custom(…)', gateways: ['rest', 'http'], else: 'a function URL asks no Lambda function' },
  'built-in': {
    call: 'authorizer(…)',
    gateways: ['rest', 'http'],
    else: 'a function URL asks no Lambda function',
  },
}

const keyOf = ({ methods, path }: OutlinedRoute): string => `${methods.join(', ')} ${path}`

const kindsOf = (outline: Outline, { guard }: OutlinedRoute): ReadonlyArray<Kind> => {
  if (guard === undefined) return []
  const kind = outline.authorizers.find(({ name }) => name === guard.authorizer)?.kind
  return [...(kind === undefined ? [] : [kind]), ...(guard.apiKey ? (['api-key'] as const) : [])]
}

/** A function URL asks the same of every request. */
const mixed = (outline: Outline): ReadonlyArray<Mistake> => {
  const open = outline.routes.find(({ guard }) => guard === undefined)
  const guarded = outline.routes.find(({ guard }) => guard !== undefined)
  if (open === undefined || guarded === undefined) return []
  return [
    {
      path: 'gateway',
      message: `a function URL asks the same of every route, and ${keyOf(guarded)} needs iam() while ${keyOf(open)} is open: put iam() on all of them, or use gateway 'rest' or 'http'`,
    },
  ]
}

/** Some routes in a message, and what they do: `GET /a needs`, `GET /a, GET /b and 9 more need`. */
const whichNeed = (routes: ReadonlyArray<OutlinedRoute>): string => {
  const names = routes.map(keyOf)
  if (names.length <= 2) return `${names.join(' and ')} ${names.length === 1 ? 'needs' : 'need'}`
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more need`
}

/** What routes ask of a gateway that it cannot do: each with the gateways that can. */
export const incapabilities = (outline: Outline, gateway: Gateway): ReadonlyArray<Mistake> => {
  const asked = outline.routes.flatMap((route) => kindsOf(outline, route).map((kind) => ({ route, kind })))
  const byKind = Map.groupBy(
    asked.filter(({ kind }) => !CAPABLE[kind].gateways.includes(gateway)),
    ({ kind }) => kind,
  )
  const wrong = [...byKind].map(([kind, all]) => {
    const { call, gateways, else: instead } = CAPABLE[kind]
    const able = gateways.map((each) => `'${each}'`).join(' or ')
    const which = whichNeed(all.map(({ route }) => route))
    return {
      path: 'gateway',
      message: `${which} ${call}, which gateway '${gateway}' cannot do: it takes ${able} (${instead})`,
    }
  })
  return gateway === 'url' && wrong.length === 0 ? mixed(outline) : wrong
}
