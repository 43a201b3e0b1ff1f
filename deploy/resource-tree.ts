import { ANYTHING } from '../src/anything.ts'
import { freeName } from '../src/free-name.ts'
import { parsePath } from '../src/path.ts'

/** A resource of a REST API. */
export interface Resource {
  /** Such as `/cities/{city}`. */
  readonly path: string
  /** A request path that leads to it and to no more specific one, percent-decoded. */
  readonly sample: string
}

/** A place in the tree of the routes' paths. */
interface Node {
  readonly literals: Map<string, Node>
  param: { readonly name: string; readonly node: Node } | undefined
  rest: string | undefined
}

const emptyNode = (): Node => ({ literals: new Map(), param: undefined, rest: undefined })

/** Puts a path into the tree. */
const grow = (root: Node, path: string): void => {
  let node = root
  for (const segment of parsePath(path)) {
    if (segment.kind === 'rest') {
      node.rest ??= segment.name
    } else if (segment.kind === 'literal') {
      const next = node.literals.get(segment.text) ?? emptyNode()
      node.literals.set(segment.text, next)
      node = next
    } else {
      node.param ??= { name: segment.name, node: emptyNode() }
      node = node.param.node
    }
  }
}

/** Where the resources of some places begin. */
interface Start {
  /** All the places of routes that a request may be at, the more specific first. */
  readonly nodes: ReadonlyArray<Node>
  /** What the rest of the path is called, where a place above takes it. */
  readonly above: string | undefined
  readonly path: string
  readonly sample: string
  /** The names of the parameters above. */
  readonly taken: ReadonlySet<string>
}

/**
 * The resources from somewhere on. A gateway goes down one way through its resources, while calix gives way to a less
 * specific route where the more specific one has not the method. So a resource stands for every place of a route that a
 * request may be at: below a literal are also the routes that a parameter beside it leads to.
 *
 * In one place a gateway has either a parameter or a rest. Where there is a parameter the rest goes on below it: the two
 * together take the same requests.
 */
function* resourcesFrom({ nodes, above, path, sample, taken }: Start): Generator<Resource> {
  const params = nodes.flatMap(({ param }) => (param === undefined ? [] : [param]))
  const viaParam = params.map(({ node }) => node)
  const rest = nodes.find((node) => node.rest !== undefined)?.rest ?? above
  yield { path: path === '' ? '/' : path, sample: sample === '' ? '/' : sample }
  for (const text of new Set(nodes.flatMap((node) => [...node.literals.keys()])))
    yield* resourcesFrom({
      nodes: [...nodes.flatMap((node) => node.literals.get(text) ?? []), ...viaParam],
      above: undefined,
      path: `${path}/${text}`,
      sample: `${sample}/${text}`,
      taken,
    })
  const [first] = params
  if (first !== undefined) {
    const name = freeName(first.name, taken)
    const below = { nodes: viaParam, above: rest, path: `${path}/{${name}}`, sample: `${sample}/${ANYTHING}` }
    yield* resourcesFrom({ ...below, taken: new Set([...taken, name]) })
  } else if (rest !== undefined)
    yield { path: `${path}/{${freeName(rest, taken)}+}`, sample: `${sample}/${ANYTHING}` }
}

/**
 * The resources that a REST API needs for some paths, and for whatever else is asked of it, so that every answer can be
 * the app's own; parents before children. No more than a number of them is counted, since routes that overlap at every
 * segment need more than anybody could wait for.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export const resourceTree = (paths: ReadonlyArray<string>, most: number): ReadonlyArray<Resource> => {
  const root = emptyNode()
  for (const path of paths) grow(root, path)
  const resources: Array<Resource> = []
  for (const each of resourcesFrom({
    nodes: [root],
    above: 'proxy',
    path: '',
    sample: '',
    taken: new Set(),
  })) {
    if (resources.length === most) break
    resources.push(each)
  }
  return resources
}
