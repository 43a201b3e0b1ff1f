import type { Method } from './endpoint.ts'
import { paramNames, parsePath } from './path.ts'
import type { Declaration } from './routes.ts'
import { emptyValues, type Values } from './values.ts'

/** A route that has matched, and what its parameters are. */
export interface Found {
  readonly kind: 'found'
  readonly route: Declaration
  readonly params: Values<string>
}

/** A path that is there, but not for the method. */
export interface OtherMethods {
  readonly kind: 'other-methods'
  /** The routes of the path, in the order of declaration. */
  readonly routes: ReadonlyArray<Declaration>
  /** What `allow` says: the methods that would be answered. */
  readonly allow: ReadonlyArray<string>
}

export type Match =
  | Found
  | OtherMethods
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'malformed-path' }

/** Finds the route of a request. */
export interface Router {
  /** `isEncoded` says whether the path is still percent-encoded: HTTP APIs hand it over decoded. */
  readonly match: (method: string, path: string, isEncoded: boolean) => Match
  /** The methods that a path answers, in the order of declaration; what a preflight asks. */
  readonly methodsOf: (path: string, isEncoded: boolean) => OtherMethods | undefined
}

interface Leaf {
  readonly route: Declaration
  readonly names: ReadonlyArray<string>
}

interface Node {
  readonly literals: Map<string, Node>
  param: Node | undefined
  rest: Node | undefined
  readonly leaves: Map<Method, Leaf>
}

const emptyNode = (): Node => ({ literals: new Map(), param: undefined, rest: undefined, leaves: new Map() })

/** Puts a route into the tree; says at which node it ends. */
const insert = (root: Node, route: Declaration): Node => {
  const segments = parsePath(route.path)
  let node = root
  for (const segment of segments) {
    if (segment.kind === 'literal') {
      const next = node.literals.get(segment.text) ?? emptyNode()
      node.literals.set(segment.text, next)
      node = next
    } else {
      node[segment.kind] ??= emptyNode()
      node = node[segment.kind] ?? node
    }
  }
  const leaf: Leaf = { route, names: paramNames(segments) }
  for (const method of route.methods) {
    const other = node.leaves.get(method)
    if (other !== undefined) {
      const same =
        other.route.path === route.path ? '' : ` has the same shape as '${method} ${other.route.path}'`
      throw new TypeError(
        same === ''
          ? `Route '${method} ${route.path}' is declared twice: remove one, or give one another path`
          : `Route '${method} ${route.path}'${same}, so no request could tell them apart: remove one`,
      )
    }
    node.leaves.set(method, leaf)
  }
  return node
}

/** Which route of a node answers a method: HEAD falls back to GET, and everything to ANY. */
const leafFor = (node: Node, method: string): Leaf | undefined =>
  // A request's method may be any token; a map lookup of one that is no `Method` finds nothing, which is meant.
  node.leaves.get(method as Method) ??
  (method === 'HEAD' ? node.leaves.get('GET') : undefined) ??
  node.leaves.get('ANY')

/**
 * Visits the nodes that a path leads to, literals before parameters before rests, until one is accepted. A node is
 * reached by one path through the tree only, so the work is bounded by the table of routes, and linear in the path.
 */
const walk = (
  node: Node,
  segments: ReadonlyArray<string>,
  index: number,
  values: Array<string>,
  accept: (node: Node) => boolean,
): boolean => {
  const segment = segments[index]
  if (segment === undefined) return node.leaves.size > 0 && accept(node)
  const literal = node.literals.get(segment)
  if (literal !== undefined && walk(literal, segments, index + 1, values, accept)) return true
  if (segment === '') return false
  if (node.param !== undefined) {
    values.push(segment)
    if (walk(node.param, segments, index + 1, values, accept)) return true
    values.pop()
  }
  if (node.rest !== undefined) {
    values.push(segments.slice(index).join('/'))
    if (accept(node.rest)) return true
    values.pop()
  }
  return false
}

/** A path's segments, decoded one by one so that an encoded `/` stays within its own; one trailing `/` is ignored. */
const split = (path: string, isEncoded: boolean): ReadonlyArray<string> | undefined => {
  const end = path.length > 1 && path.endsWith('/') ? path.length - 1 : path.length
  if (end <= 1) return []
  const segments = path.slice(1, end).split('/')
  if (!isEncoded || !path.includes('%')) return segments
  try {
    return segments.map(decodeURIComponent)
  } catch {
    return undefined
  }
}

const NO_PARAMS: Values<string> = Object.freeze(emptyValues<string>())

const paramsOf = (names: ReadonlyArray<string>, values: ReadonlyArray<string>): Values<string> => {
  if (names.length === 0) return NO_PARAMS
  const params = emptyValues<string>()
  for (let index = 0; index < names.length; index++) params[names[index] ?? ''] = values[index] ?? ''
  return Object.freeze(params)
}

const allowed = (routes: ReadonlyArray<Declaration>): ReadonlyArray<string> => {
  const allow = new Set<string>()
  for (const route of routes)
    for (const method of route.methods) {
      if (method === 'ANY')
        for (const each of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) allow.add(each)
      else allow.add(method)
      if (method === 'GET') allow.add('HEAD')
    }
  return [...allow.add('OPTIONS')]
}

/**
 * A router over routes: literal before parameter before rest at each segment, whatever the order of declaration. A path
 * that has no route for the method gives way to a less specific one that has.
 *
 * @throws TypeError when two routes have the same method and shape of path; it names both.
 */
export const router = (list: ReadonlyArray<Declaration>): Router => {
  const root = emptyNode()
  // The nodes of paths without parameters, by path: nothing is more specific, so finding one there ends the search.
  const literals = new Map<string, Node>()
  for (const route of list) {
    const node = insert(root, route)
    if (!/\/[:*]/.test(route.path)) literals.set(route.path, node)
  }

  const methodsOf = (segments: ReadonlyArray<string>): OtherMethods | undefined => {
    const routes = new Set<Declaration>()
    walk(root, segments, 0, [], (node) => {
      for (const leaf of node.leaves.values()) routes.add(leaf.route)
      return false
    })
    // Declaration order is what a reader of `allow` expects, and what the tutorial prints.
    const found = list.filter((route) => routes.has(route))
    return found.length === 0 ? undefined : { kind: 'other-methods', routes: found, allow: allowed(found) }
  }

  return {
    match: (method, path, isEncoded) => {
      const literal = literals.get(path)
      const direct = literal && leafFor(literal, method)
      if (direct !== undefined) return { kind: 'found', route: direct.route, params: NO_PARAMS }
      // `OPTIONS *` has a target that is no path.
      if (!path.startsWith('/')) return { kind: 'unknown-path' }
      const segments = split(path, isEncoded)
      if (segments === undefined) return { kind: 'malformed-path' }
      const values: Array<string> = []
      let leaf: Leaf | undefined
      let isKnown = false
      walk(root, segments, 0, values, (node) => {
        isKnown = true
        leaf = leafFor(node, method)
        return leaf !== undefined
      })
      if (leaf !== undefined)
        return { kind: 'found', route: leaf.route, params: paramsOf(leaf.names, values) }
      return (isKnown ? methodsOf(segments) : undefined) ?? { kind: 'unknown-path' }
    },
    methodsOf: (path, isEncoded) => {
      const segments = path.startsWith('/') ? split(path, isEncoded) : undefined
      return segments === undefined ? undefined : methodsOf(segments)
    },
  }
}
