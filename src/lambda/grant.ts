import { emptyValues } from '../values.ts'
import { decodeSegments } from './decode-segments.ts'
import { type Fields, fields } from './fields.ts'
import { NOT_CONTEXT } from './identity.ts'

/** What a gateway takes of a Lambda authorizer. */
interface AuthorizerResult {
  readonly principalId: string
  readonly policyDocument: unknown
  readonly context: Readonly<Record<string, string | number | boolean>>
}

const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS']

const SYNTAX =
  "write a route of the app, 'GET /cities/:city', or without the method for every one, '/cities/seattle', '/admin/*' or '*'"

/** A granted route: methods, and a path that is one of the app's, a literal one, or everything below a literal one. */
interface GrantedRoute {
  readonly methods: ReadonlyArray<string>
  readonly path: string
}

/** The methods and the path of a granted route; `undefined` when it is none. */
const parse = (route: string): GrantedRoute | undefined => {
  const [, method = 'ANY', path] = /^(?:([A-Z]+) )?(\/\S*)$/.exec(route) ?? []
  if (path === undefined) return undefined
  if (method === 'ANY') return { methods: METHODS, path }
  if (!METHODS.includes(method)) return undefined
  // A route for GET answers HEAD as well.
  return { methods: method === 'GET' ? ['GET', 'HEAD'] : [method], path }
}

/** Signs that stand for other text in a policy or in a route: what comes from a caller must not have them. */
export const WILD = /[*?]|\$\{|\/:/

/** What is below a path such as `/admin/*`; `undefined` for any other: `/*rest` with its name is a route of the app. */
const below = (path: string): string | undefined => {
  const [, above] = /^(.*\/)\*$/.exec(path) ?? []
  return above === undefined || WILD.test(above) ? undefined : above
}

/**
 * Whether a granted route is the one that answers a request: the app's own route as declared, the very path of the
 * request, encoded or not, or one above it.
 *
 * @param declared the path of the route that answers
 * @param path the path of the request, decoded
 */
export const isGranted = (granted: string, declared: string, method: string, path: string): boolean => {
  if (granted === '*') return true
  const route = parse(granted)
  if (route === undefined || !route.methods.includes(method)) return false
  const above = below(route.path)
  return (
    route.path === declared ||
    route.path === path ||
    decodeSegments(route.path, true) === path ||
    (above !== undefined && path.startsWith(above))
  )
}

const notGranted = (route: unknown): TypeError =>
  new TypeError(
    `authorizer(…) granted ${typeof route === 'string' ? `'${route.slice(0, 100)}'` : typeof route}: ${SYNTAX}`,
  )

/** What a granted route is in a policy, after the stage: wider than the route where that has parameters. */
const resourcesOf = (route: unknown, declared: ReadonlySet<string>): ReadonlyArray<string> => {
  if (route === '*') return ['*']
  const parsed = typeof route === 'string' ? parse(route) : undefined
  if (parsed === undefined) throw notGranted(route)
  const { methods, path } = parsed
  // What stands for other text is either a route as the app declares it, or a mistake: most likely a caller's.
  if (WILD.test(path) && below(path) === undefined && !declared.has(path)) throw notGranted(route)
  const pattern = path.replaceAll(/\/:[^/]+/g, '/*').replace(/\/\*\w*$/, '/*')
  // Gateways do not say which of the two they evaluate.
  const plain = decodeSegments(pattern, true)
  const patterns = plain === pattern || WILD.test(plain) ? [pattern] : [pattern, plain]
  return patterns.flatMap((each) => methods.map((method) => `${method}${each}`))
}

const statement = (Effect: 'Allow' | 'Deny', Resource: ReadonlyArray<string>) => ({
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }],
})

/** The policy of some granted routes: a caller who may do nothing is denied everything, since a policy says something. */
const policyOf = (
  routes: ReadonlyArray<unknown>,
  methodArn: string,
  declared: ReadonlySet<string>,
): object => {
  const api = methodArn.split('/').slice(0, 2).join('/')
  const resources = routes.flatMap((each) => resourcesOf(each, declared)).map((each) => `${api}/${each}`)
  return resources.length === 0 ? statement('Deny', [`${api}/*`]) : statement('Allow', resources)
}

const isContext = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)

const contextOf = (context: Fields): Record<string, string | number | boolean> => {
  const told = emptyValues<string | number | boolean>()
  for (const name in context) {
    const value = context[name]
    if (NOT_CONTEXT.includes(name))
      throw new TypeError(
        `authorizer(…): '${name}' of the context is the gateway's own name: call it something else`,
      )
    if (!isContext(value))
      throw new TypeError(`authorizer(…): '${name}' of the context is no text, number or boolean`)
    told[name] = value
  }
  return told
}

/**
 * What an authorizer's function has granted, as the gateway takes it: an answer with a policy.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 *
 * @param declared the paths of the app's routes
 * @throws TypeError when it is no grant, which lets nobody in.
 */
export const authorizerResult = (
  grant: unknown,
  methodArn: string,
  declared: ReadonlySet<string>,
): AuthorizerResult => {
  const { routes, principalId, policyDocument, context } = fields(grant)
  if (typeof principalId !== 'string' || principalId === '')
    throw new TypeError('authorizer(…) came to no grant: return { routes, principalId }')
  const told = contextOf(fields(context))
  if (policyDocument !== undefined && routes === undefined)
    return { principalId, policyDocument, context: told }
  if (!Array.isArray(routes)) throw new TypeError("authorizer(…) came to a grant without 'routes'")
  return {
    principalId,
    policyDocument: policyOf(routes, methodArn, declared),
    // The app checks them again, exactly.
    context: { ...told, calixRoutes: routes.join('\n') },
  }
}
