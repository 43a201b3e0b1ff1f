import type { Method } from '../endpoint.ts'
import { parsePath, type Segment } from '../path.ts'
import type { Declaration } from '../routes.ts'
import { OPERATIONS } from './document.ts'

/** A method that a path can have in a document. */
export type OperationMethod = (typeof OPERATIONS)[number]

/** A parameter of a path. */
export interface PathParameter {
  /** What the route calls it. */
  readonly name: string
  /** What the document calls it. */
  readonly called: string
  /** Whether it takes the remainder of the path. */
  readonly isRest: boolean
}

/** One method of one route, and where it stands in the document. */
export interface Operation {
  readonly route: Declaration
  readonly method: OperationMethod
  /** The path as OpenAPI writes it: `/users/{id}`. */
  readonly template: string
  readonly parameters: ReadonlyArray<PathParameter>
  /** Routes that answer longer paths of this method, which OpenAPI cannot tell from this one. */
  readonly hides: ReadonlyArray<string>
  /** As messages call it: `GET /users/:id`. */
  readonly where: string
}

/** `ANY` without HEAD and OPTIONS, which every path answers by itself. */
const ANY: ReadonlyArray<OperationMethod> = ['get', 'put', 'post', 'patch', 'delete']

const operationMethods = (method: Method): ReadonlyArray<OperationMethod> =>
  method === 'ANY' ? ANY : OPERATIONS.filter((each) => each.toUpperCase() === method)

/** A literal in a URL: of what paths may hold as it is (RFC 3986 §3.3), only the braces mean something else here. */
const literal = (text: string): string =>
  encodeURIComponent(text).replace(/%(?:3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent)

const shapeOf = (segments: ReadonlyArray<Segment>): string =>
  segments.map((each) => `/${each.kind === 'literal' ? literal(each.text) : '{}'}`).join('')

const isRest = (segments: ReadonlyArray<Segment>): boolean => segments.at(-1)?.kind === 'rest'

const parametersOf = (segments: ReadonlyArray<Segment>) =>
  segments.flatMap((each) => (each.kind === 'literal' ? [] : [each]))

interface Claim {
  readonly route: Declaration
  readonly segments: ReadonlyArray<Segment>
  readonly declared: Method
  readonly method: OperationMethod
}

/** The order in which the router asks: parameters before rests, and for each a method before `ANY`. */
const rankOf = ({ declared, segments }: Claim): number =>
  (isRest(segments) ? 2 : 0) + (declared === 'ANY' ? 1 : 0)

const claimsOf = (route: Declaration): ReadonlyArray<Claim> => {
  const segments = parsePath(route.path)
  return route.methods.flatMap((declared) =>
    operationMethods(declared).map((method) => ({ route, segments, declared, method })),
  )
}

/**
 * What routes are in a document, path by path in the order of declaration.
 *
 * Paths that differ in the names of their parameters alone are one path to OpenAPI
 * (https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-0), and `*rest` is a parameter like any other there: such
 * routes share a path, whose parameters have the names of the first. Where two of them have the same method, the one that
 * the router asks first is in the document, and says of the other that it is there.
 */
export const operationsOf = (list: ReadonlyArray<Declaration>): ReadonlyArray<Operation> => {
  const claims = list.flatMap(claimsOf)
  const shapes = Map.groupBy(claims, ({ segments }) => shapeOf(segments))
  return [...shapes].flatMap(([shape, group]) => {
    const names = parametersOf(group[0]?.segments ?? []).map(({ name }) => name)
    let index = 0
    const template = shape.replaceAll('{}', () => `{${names[index++] ?? ''}}`) || '/'
    const methods = Map.groupBy(
      group.toSorted((a, b) => rankOf(a) - rankOf(b)),
      ({ method }) => method,
    )
    return OPERATIONS.flatMap((method): ReadonlyArray<Operation> => {
      const [first, ...others] = methods.get(method) ?? []
      if (first === undefined) return []
      const { declared, route, segments } = first
      // Of one path, what stands behind a method is its own ANY, which never gets to answer there.
      const hidden = others.filter(({ route: { path } }) => isRest(parsePath(path)) && !isRest(segments))
      return [
        {
          route,
          method,
          template,
          parameters: parametersOf(segments).map(({ kind, name }, at) => ({
            name,
            called: names[at] ?? name,
            isRest: kind === 'rest',
          })),
          hides: hidden.map((each) => `${each.declared} ${each.route.path}`),
          where: `${declared} ${route.path}`,
        },
      ]
    })
  })
}
