import type { Method } from '../src/endpoint.ts'
import { type Router, router } from '../src/match.ts'
import type { Guard, Outline, OutlinedRoute } from '../src/outline.ts'
import { parsePath } from '../src/path.ts'
import { type Resource, resourceTree } from './resource-tree.ts'

/** What a gateway does with the requests of a method and path. */
export interface GatewayMethod {
  /** `ANY` for those that the path's other methods leave. */
  readonly method: string
  /** Such as `/cities/{city}`; absent for whatever no other path takes, where a gateway has a default. */
  readonly path: string | undefined
  /** Which function answers. */
  readonly function: string
  /** Absent where everybody is let through. */
  readonly guard: Guard | undefined
}

/** What answers what no route does, and with `functions: 'single'` everything. */
export const API = 'api'

/** API Gateway's own: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** What a function of one route is called: the route's key, of its first method where it has several. */
export const functionName = ({ methods, path }: OutlinedRoute): string => `${methods[0]} ${path}`

/** How many resources a REST API may have, and routes an HTTP API: "Amazon API Gateway quotas". */
export const QUOTA = 300

type Target = Pick<GatewayMethod, 'function' | 'guard'>

const OPEN: Target = { function: API, guard: undefined }

const isSame = (a: Target, b: Target): boolean =>
  a.function === b.function && JSON.stringify(a.guard) === JSON.stringify(b.guard)

/** An app's routes as its own router finds them. */
interface Table {
  readonly routes: ReadonlyArray<OutlinedRoute>
  readonly router: Router
  readonly targetOf: (route: OutlinedRoute) => Target
}

const tableOf = ({ routes }: Outline, isSingle: boolean): Table => ({
  routes,
  router: router(
    routes.map(({ methods, path }) => ({
      // An outline has the methods of declarations.
      methods: methods as ReadonlyArray<Method>,
      path,
      contract: {},
      handler: () => undefined,
      middleware: [],
    })),
  ),
  targetOf: (route) => ({ function: isSingle ? API : functionName(route), guard: route.guard }),
})

/** The route that the app itself would choose. */
const chosen = ({ router, routes }: Table, method: string, sample: string): OutlinedRoute | undefined => {
  const match = router.match(method, sample, false)
  return match.kind === 'found'
    ? routes.find(({ path, methods }) => path === match.route.path && methods === match.route.methods)
    : undefined
}

/** What each method of a path comes to, as the app's own router decides; what it has no route for is the app's to answer. */
const targetsAt = (table: Table, sample: string): ReadonlyMap<string, Target> =>
  new Map(
    METHODS.map((method) => {
      const route = chosen(table, method, sample)
      if (route === undefined) return [method, OPEN]
      // Browsers ask without credentials, and the app answers them before any route for every method.
      const isPreflight = method === 'OPTIONS' && !route.methods.includes('OPTIONS') && route.hasPreflight
      return [method, isPreflight ? OPEN : table.targetOf(route)]
    }),
  )

/** The methods of a path: those that its routes declare, those that differ from the rest, and the rest. */
const methodsAt = (
  table: Table,
  { path, sample }: Resource,
  declared: ReadonlyArray<OutlinedRoute>,
): ReadonlyArray<GatewayMethod> => {
  const any = declared.find(({ methods }) => methods.includes('ANY'))
  const rest = any === undefined ? OPEN : table.targetOf(any)
  const explicit = [...targetsAt(table, sample)].filter(
    ([method, target]) =>
      declared.some(({ methods }) => methods.some((each) => each === method)) || !isSame(target, rest),
  )
  return [...explicit, ['ANY', rest] as const].map(([method, target]) => ({ method, path, ...target }))
}

/** A path with its parameters' names taken out. */
const shapeOf = (path: string): string =>
  `/${parsePath(path)
    .map((segment) => (segment.kind === 'literal' ? segment.text : segment.kind))
    .join('/')}`

const shapeOfResource = (path: string): string =>
  path.replaceAll(/\{[^}+]+\}/g, 'param').replaceAll(/\{[^}]+\+\}/g, 'rest')

const isGuarded = ({ guard }: OutlinedRoute): boolean => guard !== undefined

/**
 * The methods and resources of a REST API. What no route declares goes to the app as well, so that an unknown path, another
 * method, HEAD and a preflight are answered by the app itself. Which route a request is for is asked of the app's own
 * router, so that nothing which is guarded can be reached by another way.
 *
 * Past the quota of resources, routes that are open and have no function of their own share the one of the remaining
 * paths, which answers them alike.
 *
 * @returns undefined when there are more than the quota in any case
 */
export const restMethods = (
  outline: Outline,
  isSingle: boolean,
): ReadonlyArray<GatewayMethod> | undefined => {
  const table = tableOf(outline, isSingle)
  const every = outline.routes.map(({ path }) => path)
  const all = resourceTree(every, QUOTA + 1)
  const resources =
    all.length <= QUOTA || !isSingle
      ? all
      : resourceTree(
          outline.routes.filter(isGuarded).map(({ path }) => path),
          QUOTA + 1,
        )
  if (resources.length > QUOTA) return undefined
  const declaredAt = Map.groupBy(outline.routes, ({ path }) => shapeOf(path))
  return resources.flatMap((resource) =>
    methodsAt(table, resource, declaredAt.get(shapeOfResource(resource.path)) ?? []),
  )
}

/** A path as an HTTP API writes it: `/cities/{city}`, `/files/{path+}`. */
const templateOf = (path: string): string =>
  `/${parsePath(path)
    .map((segment) =>
      segment.kind === 'literal'
        ? segment.text
        : segment.kind === 'param'
          ? `{${segment.name}}`
          : `{${segment.name}+}`,
    )
    .join('/')}`

const sampleOf = (path: string): string =>
  `/${parsePath(path)
    .map((segment) => (segment.kind === 'literal' ? segment.text : '\u0001'))
    .join('/')}`

/**
 * The routes of an HTTP API, with `$default` for whatever they leave, which the app answers itself. Past the quota, routes
 * that are open and have no function of their own are left to it as well.
 *
 * @returns undefined when there are more than the quota in any case
 */
export const httpMethods = (
  outline: Outline,
  isSingle: boolean,
): ReadonlyArray<GatewayMethod> | undefined => {
  const table = tableOf(outline, isSingle)
  const byPath = Map.groupBy(outline.routes, ({ path }) => shapeOf(path))
  const all = [...byPath.values()].flatMap((declared) => {
    const path = declared[0]?.path ?? '/'
    const methods = methodsAt(table, { path: templateOf(path), sample: sampleOf(path) }, declared)
    // `$default` is what is left where no route is for any method.
    return methods.filter(({ method, ...target }) => method !== 'ANY' || !isSame(target, OPEN))
  })
  const others: GatewayMethod = { method: 'ANY', path: undefined, ...OPEN }
  const routes = [...all, others]
  const needed =
    routes.length <= QUOTA || !isSingle ? routes : [...all.filter(({ guard }) => guard !== undefined), others]
  return needed.length > QUOTA ? undefined : needed
}
