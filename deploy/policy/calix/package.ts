import { type Args, argument, everyArgument, placeOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Native, Plain, Thing } from '../evaluate/thing.ts'
import { cellAt, exotic, native, nativeAt, plain } from '../evaluate/things.ts'
import {
  ANYTHING,
  concatenated,
  literalText,
  textValue,
  UNDEFINED,
  unionOf,
  type Value,
} from '../evaluate/value.ts'
import { grants } from './grants.ts'
import {
  allIn,
  appThing,
  authorizerThing,
  endpointThing,
  isApp,
  isEndpoint,
  isRoute,
  isRoutes,
  routesThing,
  routeThing,
} from './model.ts'

type Behaviour = (m: Machine, args: Args, site: Site) => Value

const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  patch: 'PATCH',
  del: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  any: 'ANY',
}

const endpoint = (m: Machine, site: Site, methods: Value, path: Value): Value => {
  const tag = path.map(({ key }) => key).join()
  const made = m.make(site, `endpoint${tag}`, endpointThing)
  m.write(made.payload.methods, methods)
  m.write(made.payload.path, path)
  return [made]
}

/** Routes of some route things, made at a place. */
const routesAt = (m: Machine, site: Site, tag: string, list: Value): Value => {
  const made = m.make(site, `routes${tag}`, (key) => routesThing(m, key))
  m.write(made.payload.list, list)
  return [made]
}

/** The routes in a value, which may be in lists and in what other code gives back. */
const routesIn = (m: Machine, value: Value): Value =>
  unionOf(allIn(m, value, isRoutes).map(({ payload }) => m.read(payload.list)))

const route: Behaviour = (m, args, site) => {
  const handler = argument(args, 1)
  const made = allIn(m, argument(args, 0), isEndpoint).map(({ key, payload }) => {
    const thing = m.make(site, `route${key}`, (own) => routeThing(own, { granted: [], at: placeOf(site) }))
    for (const name of ['methods', 'path', 'authorizers'] as const)
      m.write(thing.payload[name], m.read(payload[name]))
    m.write(thing.payload.handler, handler)
    return thing
  })
  if (made.length === 0)
    m.note(site, 'where this route answers is only decided when it runs: its endpoint is not followed')
  return routesAt(m, site, made.map(({ key }) => key).join(), made)
}

/** The same routes, each changed. */
const mapped = (
  m: Machine,
  self: Value,
  site: Site,
  tag: string,
  change: (
    from: ReturnType<typeof routeThing>['payload'],
    to: ReturnType<typeof routeThing>['payload'],
  ) => void,
): Value =>
  routesIn(m, self)
    .filter(isRoute)
    .map((each) => {
      const { granted, at } = each.payload
      const thing = m.make(site, `${tag}${each.key}`, (key) => routeThing(key, { granted, at }))
      for (const name of ['methods', 'handler'] as const)
        m.write(thing.payload[name], m.read(each.payload[name]))
      change(each.payload, thing.payload)
      return thing
    })

const joinedPath = (before: Value, after: Value): Value =>
  unionOf(
    before.flatMap((a) =>
      after.map((b): Value => {
        const [first, second] = [literalText(a), literalText(b)]
        if (first === undefined || second === undefined) return concatenated([[a], [b]])
        return textValue(first === '/' ? second : second === '/' ? first : first + second)
      }),
    ),
  )

/** A function over routes that is made at a place and applied at another. */
const over = (
  m: Machine,
  site: Site,
  name: string,
  apply: (self: Value, at: Site, tag: string) => Value,
): Value => [
  m.make<Native>(site, name, (key) =>
    nativeAt(key, `calix ${name}`, (given, _, at) => apply(argument(given, 0), at, key)),
  ),
]

const prefix: Behaviour = (m, args, site) =>
  over(m, site, 'prefix', (self, at, tag) => {
    const list = mapped(m, self, at, `prefix${tag}`, (from, to) => {
      m.write(to.path, joinedPath(argument(args, 0), m.read(from.path)))
      m.write(to.middleware, m.read(from.middleware))
      m.write(to.authorizers, m.read(from.authorizers))
    })
    return routesAt(m, at, tag, list)
  })

const use: Behaviour = (m, args, site) =>
  over(m, site, 'use', (self, at, tag) => {
    const added = unionOf(everyArgument(args))
    const apps = allIn(m, self, isApp).map((each) => {
      const thing = m.make(at, `app${tag}${each.key}`, (key) => appThing(key, each.payload.granted))
      for (const name of ['list', 'options'] as const)
        m.write(thing.payload[name], m.read(each.payload[name]))
      m.write(thing.payload.middleware, unionOf([m.read(each.payload.middleware), added]))
      return thing
    })
    const list = mapped(m, self, at, `use${tag}`, (from, to) => {
      m.write(to.path, m.read(from.path))
      m.write(to.middleware, unionOf([m.read(from.middleware), added]))
      m.write(to.authorizers, m.read(from.authorizers))
    })
    return list.length === 0 && apps.length > 0 ? apps : [...routesAt(m, at, tag, list), ...apps]
  })

const authorize: Behaviour = (m, args, site) =>
  over(m, site, 'authorize', (self, at, tag) => {
    const all = unionOf(everyArgument(args))
    const said = all.length === 0 ? UNDEFINED : all
    const endpoints = allIn(m, self, isEndpoint).map((each) => {
      const thing = m.make(at, `endpoint${tag}${each.key}`, endpointThing)
      for (const name of ['methods', 'path'] as const)
        m.write(thing.payload[name], m.read(each.payload[name]))
      const own = m.read(each.payload.authorizers)
      m.write(thing.payload.authorizers, own.length > 0 ? own : said)
      return thing
    })
    if (endpoints.length > 0) return endpoints
    const list = mapped(m, self, at, `authorize${tag}`, (from, to) => {
      m.write(to.path, m.read(from.path))
      m.write(to.middleware, m.read(from.middleware))
      const own = m.read(from.authorizers)
      m.write(to.authorizers, own.length > 0 ? own : said)
    })
    return routesAt(m, at, tag, list)
  })

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  ...Object.fromEntries(
    Object.entries(METHODS).map(([name, method]): [string, Behaviour] => [
      name,
      (m, args, site) => endpoint(m, site, textValue(method), argument(args, 0)),
    ]),
  ),
  methods: (m, args, site) => {
    const { each, others } = m.iterate(argument(args, 0), site)
    return endpoint(m, site, unionOf([...each, others]), argument(args, 1))
  },
  route,
  routes: (m, args, site) =>
    routesAt(m, site, '', unionOf(everyArgument(args).map((each) => routesIn(m, each)))),
  prefix,
  use,
  authorize,
  grants: (m, args, site) => grants(m, argument(args, 0), site),
  calix: (m, args, site) => {
    const made = m.make(site, 'app', (key) => appThing(key, []))
    m.write(made.payload.options, argument(args, 0))
    m.write(
      made.payload.list,
      unionOf(everyArgument({ list: args.list.slice(1), rest: args.rest }).map((each) => routesIn(m, each))),
    )
    return [made]
  },
  lambda: (m, args, site) => {
    const apps = allIn(m, argument(args, 0), isApp)
    const made = m.make<Native>(site, 'lambda', (key) => nativeAt(key, 'calix handler', () => ANYTHING))
    m.write(cellAt(made, 'app'), apps)
    return [made]
  },
  authorizer: (m, args, site) => {
    const made = m.make(site, 'authorizer', authorizerThing)
    m.write(made.payload.decide, argument(args, 0))
    m.write(made.payload.options, argument(args, 1))
    return [made]
  },
  response: () => ANYTHING,
  isApp: () => ANYTHING,
  isResponse: () => ANYTHING,
}

const named = (m: Machine, name: string): Value => {
  const behaviour = Object.hasOwn(BEHAVIOURS, name) ? BEHAVIOURS[name] : undefined
  if (behaviour !== undefined) return [native(`calix ${name}`, (args, _, site) => behaviour(m, args, site))]
  if (name === 'monoid') return [monoid(m)]
  return ANYTHING
}

const monoid = (m: Machine): Plain => {
  const made = plain('#calix.monoid', 'record')
  cellAt(made, 'concat').value = [
    native('calix concat', (args, _, site) =>
      routesAt(m, site, 'concat', unionOf(everyArgument(args).map((each) => routesIn(m, each)))),
    ),
  ]
  cellAt(made, 'empty').value = [routesThing(m, '#calix.empty')]
  return made
}

/** What calix itself gives; undefined for another package. */
export const calixPackage = (m: Machine, specifier: string): Value | undefined => {
  if (specifier !== 'calix') return undefined
  const made = new Map<string, Value>()
  const thing: Thing = exotic('#calix', 'package', {}, (name) => {
    if (name === undefined) return ANYTHING
    const found = made.get(name) ?? named(m, name)
    made.set(name, found)
    return found
  })
  return [thing]
}
