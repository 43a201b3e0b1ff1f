/** What an app of many routes is like, for what it costs to check its types. */
export interface Shape {
  /** Whether each route has a codec of its own, or four routes have one together. */
  readonly codecs: 'own' | 'shared'
  /**
   * Whether the routes are given to the app one by one, or in groups of a resource with a prefix and middleware; or whether
   * there are none, only codecs and functions of what they decode to.
   */
  readonly routes: 'flat' | 'grouped' | 'none'
  /** Whether a client calls each route. */
  readonly calls: boolean
  /** Whether the calls leave out what they have to say: such an app does not compile. */
  readonly withoutParams?: boolean
}

/** The routes of one resource, as people have them. */
const ACTIONS = [
  { verb: 'put', method: 'put', path: '/:id' },
  { verb: 'patch', method: 'patch', path: '/:id' },
  { verb: 'post', method: 'post', path: '/:id/copies' },
  { verb: 'move', method: 'post', path: '/:id/moves' },
] as const

/**
 * The source of an app whose routes each have a parameter and a body's codec, and handlers that read them.
 *
 * @param resources each has four routes
 */
export const manyRoutes = (
  resources: number,
  { calls, codecs, routes, withoutParams = false }: Shape,
): string => {
  const each = <A>(lines: (resource: string, index: number) => A): ReadonlyArray<A> =>
    Array.from({ length: resources }, (_, index) => lines(`thing${index}`, index))
  const codec = (resource: string, verb: string): string =>
    codecs === 'shared' ? `${resource}Body` : `${resource}${verb}Body`
  const declared = (name: string, index: number): string =>
    `const ${name} = t.type({ name: t.string, count${index}: t.number })`
  const isGrouped = routes === 'grouped'
  const codecLines = each((resource, index) =>
    codecs === 'shared'
      ? declared(codec(resource, ''), index)
      : ACTIONS.map(({ verb }) => declared(codec(resource, verb), index)).join('\n'),
  )
  if (routes === 'none')
    return [
      "import * as t from 'io-ts/lib/index.js'",
      ...codecLines,
      ...each((resource) =>
        ACTIONS.map(
          ({ verb }) =>
            `export const ${resource}${verb} = (body: t.TypeOf<typeof ${codec(resource, verb)}>) => ({ name: body.name })`,
        ).join('\n'),
      ),
      '',
    ].join('\n')
  return [
    "import { calix, lambda, patch, post, prefix, put, route, routes, use } from 'calix'",
    "import { client } from 'calix/client'",
    "import { cors } from 'calix/middleware'",
    "import { pipe } from 'fp-ts/lib/function.js'",
    "import * as t from 'io-ts/lib/index.js'",
    ...codecLines,
    ...each((resource) =>
      ACTIONS.map(({ method, path, verb }) => {
        const whole = isGrouped ? path : `/${resource}${path}`
        return `const ${resource}${verb} = route(${method}('${whole}', { body: ${codec(resource, verb)} }), ({ params, body }) => ({ id: params.id, name: body.name }))`
      }).join('\n'),
    ),
    ...(isGrouped
      ? each(
          (resource) =>
            `const ${resource}Group = pipe(routes(${ACTIONS.map(({ verb }) => `${resource}${verb}`).join(', ')}), prefix('/${resource}'), use(cors()))`,
        )
      : []),
    'export const app = calix({}',
    ...each((resource) =>
      isGrouped ? `, ${resource}Group` : ACTIONS.map(({ verb }) => `, ${resource}${verb}`).join(''),
    ),
    ')',
    'export const handler = lambda(app)',
    'export const { length } = [calix, client, cors, lambda, patch, pipe, post, prefix, put, routes, use]',
    ...(calls
      ? [
          "const api = client<typeof app>('https://api.example.com')",
          ...each((resource, index) =>
            ACTIONS.map(
              ({ method, path, verb }) =>
                `export const ${resource}${verb}Called: Promise<{ id: string; name: string }> = api.${method}('/${resource}${path}', { params: {${withoutParams ? '' : " id: 'a' "}}, body: { name: 'a', count${index}: 1 } }).promise()`,
            ).join('\n'),
          ),
        ]
      : []),
    '',
  ].join('\n')
}
