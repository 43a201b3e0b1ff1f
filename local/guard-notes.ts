import type { AuthorizerKind } from '../src/authorizer.ts'
import type { Outline, OutlinedRoute } from '../src/outline.ts'
import type { AppGuard } from './auth/guard.ts'
import type { AuthMode, AuthSettings } from './auth/settings.ts'
import { API_KEY } from './doubt.ts'
import { lackOf } from './gateway/authorizes.ts'
import type { Gateway } from './gateway/gateway.ts'

/** What stands before a route: the name that messages have for it, and its kind. */
interface Asked {
  readonly name: string
  readonly kind: AuthorizerKind['kind']
}

const askedBy = ({ guard }: OutlinedRoute, { authorizers }: Outline): ReadonlyArray<Asked> => {
  const authorizer = authorizers.find(({ name }) => name === guard?.authorizer)
  return [
    ...(authorizer === undefined ? [] : [authorizer]),
    ...(guard?.apiKey === true ? [{ name: API_KEY, kind: 'api-key' } as const] : []),
  ]
}

/** A line for each route of which something is to be said. */
const lines = (outline: Outline, what: (asked: Asked) => string | undefined): ReadonlyArray<string> =>
  outline.routes.flatMap((route) =>
    askedBy(route, outline).flatMap((asked) => {
      const text = what(asked)
      return text === undefined ? [] : [`  ${route.methods.join(',')} ${route.path} (${asked.name}): ${text}`]
    }),
  )

const paragraph = (heading: string, all: ReadonlyArray<string>): ReadonlyArray<string> =>
  all.length === 0 ? [] : [[heading, ...all].join('\n')]

/**
 * What is to be said at start of who may call: each route that cannot be checked on this machine, why, and how to make it
 * so; and each that this kind of gateway cannot have.
 */
export const guardNotes = (
  outline: Outline,
  { doubts }: AppGuard,
  mode: AuthMode,
  gateway: Gateway['name'],
): ReadonlyArray<string> => {
  const lacking = paragraph(
    'Deployed behind this kind of gateway, these routes would be refused; here they are checked all the same:',
    lines(outline, ({ kind }) => lackOf(gateway, kind)),
  )
  if (mode === 'off') {
    const isGuarded = outline.routes.some(({ guard }) => guard !== undefined)
    return isGuarded
      ? ['Authentication is off: everybody may call every route, as a caller that stands in.']
      : []
  }
  const doubtful = paragraph(
    mode === 'strict'
      ? 'These routes cannot be checked on this machine, so they let nobody in (--auth strict):'
      : 'These routes cannot be checked on this machine, so they let everybody in, as a caller that stands in:',
    lines(outline, ({ name }) => {
      const doubt = doubts.get(name)
      return doubt?.isPartial === true ? `some tokens: ${doubt.why}` : doubt?.why
    }),
  )
  return [...doubtful, ...lacking]
}

/** The settings that say what credentials are compared with. */
const COMPARED = ['apiKeys', 'credentials', 'jwks'] as const

/**
 * What is to be said at start where the handler tells nothing of its routes and somebody counts on their being checked:
 * with `strict`, or with something to compare credentials with.
 */
export const unknownNotes = (auth: AuthSettings): ReadonlyArray<string> => {
  const { mode = 'local' } = auth
  const told = COMPARED.filter((name) => Object.keys(auth[name] ?? {}).length > 0)
  if (mode === 'off' || (mode === 'local' && told.length === 0)) return []
  const despite = [
    ...(mode === 'strict' ? ['--auth strict'] : []),
    ...(told.length === 0 ? [] : [`${told.join(', ')} in the settings`]),
  ]
  return [
    `This handler tells nothing of its routes, so nobody can be checked here and every request reaches it, in spite of ${despite.join(' and ')}: serve what lambda(app) gives, or have the handler around it carry the app, Object.assign(handler, { app }).`,
  ]
}
