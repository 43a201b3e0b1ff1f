import type { Granted } from '../evaluate/activation.ts'
import { type Cell, cellOf } from '../evaluate/cell.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Exotic, Thing } from '../evaluate/thing.ts'
import { exotic } from '../evaluate/things.ts'
import type { Atom, Value } from '../evaluate/value.ts'

/** `get('/cities/:city')` */
export interface EndpointModel {
  readonly methods: Cell
  readonly path: Cell
  /** What it expects and answers. */
  readonly contract: Cell
  /** The authorizers' list; empty where none is said. */
  readonly authorizers: Cell
}

/** What an endpoint consists of. */
export const ENDPOINT_PARTS = ['methods', 'path', 'contract', 'authorizers'] as const

/** What a route consists of. */
export const ROUTE_PARTS = [...ENDPOINT_PARTS, 'handler', 'middleware', 'layers'] as const

/** `provide(f)` */
export interface ProviderModel {
  readonly provide: Cell
  /** What a reader would call it: the variable that it is in. */
  readonly name: string
}

/** What one argument of `use` puts around routes, and what it puts it around: `inside` is a layer, or nothing. */
export interface LayerModel {
  readonly around: Cell
  readonly inside: Cell
}

/** One route. */
export interface RouteModel extends EndpointModel {
  readonly handler: Cell
  readonly middleware: Cell
  /** The outermost layer of what gives values. */
  readonly layers: Cell
  readonly granted: ReadonlyArray<Granted>
  /** The file and place of `route(…)`. */
  readonly at: { readonly file: string; readonly line: number }
}

/** Routes, or an app of them. */
export interface RoutesModel {
  /** Things that are routes each. */
  readonly list: Cell
}

export interface AppModel extends RoutesModel {
  readonly middleware: Cell
  /** What `lambda` is given beside it, or beside what was made of it. */
  readonly environment: Cell
  readonly options: Cell
  readonly granted: ReadonlyArray<Granted>
}

/** What an app consists of. */
export const APP_PARTS = ['list', 'middleware', 'options'] as const

export interface AuthorizerModel {
  readonly decide: Cell
  readonly options: Cell
}

type Modelled<What extends string, Payload> = Exotic & { readonly what: What; readonly payload: Payload }

const is =
  <What extends string, Payload>(what: What) =>
  (atom: Atom): atom is Modelled<What, Payload> =>
    atom.kind === 'thing' && atom.is === 'exotic' && atom.what === what

export const isEndpoint = is<'endpoint', EndpointModel>('endpoint')
export const isRoute = is<'route', RouteModel>('route')
export const isRoutes = is<'routes', RoutesModel>('routes')
export const isApp = is<'app', AppModel>('app')
export const isAuthorizer = is<'authorizer', AuthorizerModel>('authorizer')
export const isProvider = is<'provider', ProviderModel>('provider')
export const isLayer = is<'layer', LayerModel>('layer')

export const endpointThing = (key: string): Modelled<'endpoint', EndpointModel> => ({
  ...exotic(key, 'endpoint', {}),
  what: 'endpoint',
  payload: { methods: cellOf(), path: cellOf(), contract: cellOf(), authorizers: cellOf() },
})

export const routeThing = (
  key: string,
  more: Pick<RouteModel, 'granted' | 'at'>,
): Modelled<'route', RouteModel> => ({
  ...exotic(key, 'route', {}),
  what: 'route',
  payload: {
    ...more,
    methods: cellOf(),
    path: cellOf(),
    contract: cellOf(),
    authorizers: cellOf(),
    handler: cellOf(),
    middleware: cellOf(),
    layers: cellOf(),
  },
})

export const routesThing = (m: Machine, key: string): Modelled<'routes', RoutesModel> => {
  const payload: RoutesModel = { list: cellOf() }
  return {
    ...exotic(key, 'routes', {}, (name) => (name === 'list' ? m.read(payload.list) : [])),
    what: 'routes',
    payload,
  }
}

/** @param of the app that it is made of */
export const appThing = (
  key: string,
  granted: ReadonlyArray<Granted>,
  of?: AppModel,
): Modelled<'app', AppModel> => ({
  ...exotic(key, 'app', {}),
  what: 'app',
  payload: {
    list: cellOf(),
    middleware: cellOf(),
    environment: of?.environment ?? cellOf(),
    options: cellOf(),
    granted,
  },
})

export const authorizerThing = (key: string): Modelled<'authorizer', AuthorizerModel> => ({
  ...exotic(key, 'authorizer', {}),
  what: 'authorizer',
  payload: { decide: cellOf(), options: cellOf() },
})

export const providerThing = (key: string, name: string): Modelled<'provider', ProviderModel> => ({
  ...exotic(key, 'provider', {}),
  what: 'provider',
  payload: { provide: cellOf(), name },
})

export const layerThing = (key: string): Modelled<'layer', LayerModel> => ({
  ...exotic(key, 'layer', {}),
  what: 'layer',
  payload: { around: cellOf(), inside: cellOf() },
})

/** Whatever is of a kind in a value: in lists, and in what code that is not followed gives back. */
export const allIn = <T extends Thing>(
  m: Machine,
  value: Value,
  wanted: (atom: Atom) => atom is T,
): ReadonlyArray<T> => {
  const seen = new Set<string>()
  const found: T[] = []
  const visit = (atom: Atom): void => {
    if (atom.kind !== 'thing' || seen.has(atom.key)) return
    seen.add(atom.key)
    if (wanted(atom)) found.push(atom)
    else if (atom.is === 'opaque' || atom.is === 'array' || atom.is === 'set' || atom.is === 'map') {
      for (const cell of atom.props.values()) m.read(cell).forEach(visit)
      m.read(atom.others).forEach(visit)
    } else if (atom.is === 'native') for (const cell of atom.props.values()) m.read(cell).forEach(visit)
  }
  value.forEach(visit)
  return found
}
