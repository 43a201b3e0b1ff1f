import {
  any,
  calix,
  get,
  type LambdaHandler,
  lambda,
  type Middleware,
  type MiddlewareRequest,
  methods,
  post,
  prefix,
  type Request,
  type Routes,
  route,
  routes,
  use,
} from 'calix'
import { compress, cors } from 'calix/middleware'
import fc from 'fast-check'
import { DEEDS } from './deed.ts'

/** What one invocation is to do. It comes in Lambda's context, so that apps are shared and cases are not. */
export interface Plan {
  /** What the handler gives. */
  readonly give: () => unknown
  /** Deeds by name, one for each place in a stack. */
  readonly deeds: ReadonlyArray<string>
  /** Whether the handler reads all there is of its request first. */
  readonly reads: boolean
  /** Is told when a handler runs. */
  readonly ran: () => void
}

const planOf = (context: Readonly<Record<string, unknown>>): Plan => context.plan as Plan

const PARTS = [
  ...([
    'method',
    'path',
    'rawPath',
    'route',
    'params',
    'query',
    'queryAll',
    'headers',
    'cookies',
    'body',
  ] as const),
  ...(['rawBody', 'context', 'sourceIp', 'identity', 'stageVars', 'event'] as const),
]

const handler = (request: Request): unknown => {
  const { give, ran, reads } = planOf(request.lambdaContext)
  ran()
  if (reads) {
    for (const part of PARTS) void request[part]
    JSON.stringify(request)
  }
  return give()
}

const hook =
  (place: number) =>
  (request: MiddlewareRequest): unknown =>
    DEEDS[planOf(request.context).deeds[place] ?? 'nothing']?.(request)

/** Layers of a stack by name; those with hooks do what the invocation's plan says. */
const LAYERS: Readonly<Record<string, () => Middleware>> = {
  cors: () => cors(),
  corsList: () =>
    cors({
      allowOrigin: ['https://allowed.example', 'https://*.other.example'],
      allowCredentials: false,
      maxAge: 5,
    }),
  compress: () => compress({ encodings: ['gzip'] }),
  compressAll: () => compress({ threshold: 0, encodings: ['gzip', 'deflate'] }),
  all: () => ({ before: hook(0), after: hook(1), onError: hook(2) }),
  before: () => ({ before: hook(3) }),
  after: () => ({ after: hook(4) }),
  onError: () => ({ onError: hook(5) }),
}

const layerNames = (maxLength: number) =>
  fc.array(fc.constantFrom('all', 'all', 'before', 'after', 'onError', ...Object.keys(LAYERS)), { maxLength })

interface Stacks {
  readonly onRoute: ReadonlyArray<string>
  readonly onGroup: ReadonlyArray<string>
  readonly onApp: ReadonlyArray<string>
  readonly debug: boolean
}

const stacks = fc.record({
  onRoute: layerNames(1),
  onGroup: layerNames(2),
  onApp: layerNames(2),
  debug: fc.nat(9).map((nth) => nth === 0),
})

const middlewareOf = (names: ReadonlyArray<string>): ReadonlyArray<Middleware> =>
  names.flatMap((name) => LAYERS[name]?.() ?? [])

const all: Routes = routes(
  route(get('/'), handler),
  route(methods(['GET', 'POST'], '/a/:id'), handler),
  route(post('/json', { accepts: ['application/json', 'text/plain'] }), handler),
  route(any('/files/*rest'), handler),
)

/** An app with its stacks, as the fuzzer calls it. */
export interface Subject extends Stacks {
  readonly handler: LambdaHandler
  /** Whether a hook that does as it is told stands around every event, those that are no HTTP included. */
  readonly hooksApp: boolean
}

const subjectOf = (given: Stacks): Subject => {
  const { debug, onRoute, onGroup, onApp } = given
  const group: Routes = use(...middlewareOf(onGroup))(routes(all, prefix('/dev')(all)))
  const app = calix({ debug, log: () => undefined }, use(...middlewareOf(onRoute))(group))
  return {
    ...given,
    handler: lambda(use(...middlewareOf(onApp))(app)),
    hooksApp: onApp.some((name) => ['all', 'before', 'after', 'onError'].includes(name)),
  }
}

// Always the same stacks, so that a case's number means the same app in every run; the deeds in them vary.
const PLAIN: Stacks = { onRoute: [], onGroup: [], onApp: [], debug: false }

export const subjects: ReadonlyArray<Subject> = [
  PLAIN,
  { ...PLAIN, onApp: ['cors', 'compress'] },
  ...fc.sample(stacks, { numRuns: 78, seed: 1 }),
].map(subjectOf)

export const deedNames = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('nothing') },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(DEEDS)) },
  ),
  { minLength: 6, maxLength: 6 },
)
