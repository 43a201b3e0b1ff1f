import type { Guard, Outline, OutlinedRoute } from '../src/outline.ts'
import { type OutlineRouter, outlineRouter } from '../src/outline-router.ts'
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
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** What a function of one route is called: the route's key, of its first method where it has several. */
export const functionName = ({ methods, path }: OutlinedRoute): string => `${methods[0]} ${path}`

/** How many resources are looked at to find those that are needed. */
export const MOST_RESOURCES = 3000

export type Target = Pick<GatewayMethod, 'function' | 'guard'>

export const OPEN: Target = { function: API, guard: undefined }

export const isSame = (a: Target, b: Target): boolean =>
  a.function === b.function && JSON.stringify(a.guard) === JSON.stringify(b.guard)

/** An app's routes as its own router finds them. */
interface Table {
  readonly router: OutlineRouter
  readonly targetOf: (route: OutlinedRoute) => Target
}

const tableOf = (outline: Outline, isSingle: boolean): Table => ({
  router: outlineRouter(outline),
  targetOf: (route) => ({ function: isSingle ? API : functionName(route), guard: route.guard }),
})

/** What each method of a path comes to, as the app's own router decides; what it has no route for is the app's to answer. */
const targetsAt = (table: Table, sample: string): ReadonlyMap<string, Target> =>
  new Map(
    METHODS.map((method) => {
      const route = table.router.find(method, sample, false)
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
export const shapeOf = (path: string): string =>
  `/${parsePath(path)
    .map((segment) => (segment.kind === 'literal' ? segment.text : segment.kind === 'param' ? '{}' : '{+}'))
    .join('/')}`

export const shapeOfResource = (path: string): string =>
  path.replaceAll(/\{[^}+]+\}/g, '{}').replaceAll(/\{[^}]+\+\}/g, '{+}')

/** A resource with its methods. */
export interface Place extends Resource {
  readonly methods: ReadonlyArray<GatewayMethod>
}

export const placesOf = (outline: Outline, isSingle: boolean): ReadonlyArray<Place> => {
  const table = tableOf(outline, isSingle)
  const declaredAt = Map.groupBy(outline.routes, ({ path }) => shapeOf(path))
  // Routes that overlap may need any number of resources: more than these nobody deploys.
  const resources = resourceTree(
    outline.routes.map(({ path }) => path),
    MOST_RESOURCES,
  )
  return resources.map((resource) => ({
    ...resource,
    methods: methodsAt(table, resource, declaredAt.get(shapeOfResource(resource.path)) ?? []),
  }))
}
