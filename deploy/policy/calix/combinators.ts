import { type Args, argument, everyArgument, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Native, Thing } from '../evaluate/thing.ts'
import { nativeAt } from '../evaluate/things.ts'
import { concatenated, literalText, textValue, UNDEFINED, unionOf, type Value } from '../evaluate/value.ts'
import {
  APP_PARTS,
  allIn,
  appThing,
  ENDPOINT_PARTS,
  endpointThing,
  isApp,
  isEndpoint,
  isRoute,
  isRoutes,
  layerThing,
  ROUTE_PARTS,
  routesThing,
  routeThing,
} from './model.ts'

/** What a function of calix does. */
export type Behaviour = (m: Machine, args: Args, site: Site) => Value

/** Routes of some route things, made at a place. */
export const routesAt = (m: Machine, site: Site, tag: string, list: Value): Value => {
  const made = m.make(site, `routes${tag}`, (key) => routesThing(m, key))
  m.write(made.payload.list, list)
  return [made]
}

/** The routes in a value, which may be in lists and in what other code gives back. */
export const routesIn = (m: Machine, value: Value): Value =>
  unionOf(allIn(m, value, isRoutes).map(({ payload }) => m.read(payload.list)))

type RouteThing = ReturnType<typeof routeThing>
type Part = (typeof ROUTE_PARTS)[number]

/** Where a combinator is made and where it is applied. */
interface Applied {
  readonly at: Site
  readonly tag: string
  /** The same in each turn of a loop. */
  readonly place: string
}

const placesOf = new WeakMap<Thing, ReadonlySet<string>>()

/**
 * What a combinator makes of something. What came out of the same place before is changed itself: in a loop that goes
 * around its own routes there would be no end of them.
 */
const remade = <T extends Thing>(from: T, { place }: Applied, make: () => T): T => {
  const places = placesOf.get(from)
  if (places?.has(place)) return from
  const made = make()
  placesOf.set(made, new Set([...(places ?? []), place]))
  return made
}

/** The same routes, with some of their parts changed. */
const mapped = (
  m: Machine,
  self: Value,
  applied: Applied,
  change: (from: RouteThing) => Readonly<Partial<Record<Part, Value>>>,
): Value =>
  routesIn(m, self)
    .filter(isRoute)
    .map((each) => {
      const { granted, at } = each.payload
      const thing = remade(each, applied, () =>
        m.make(applied.at, `${applied.tag}${each.key}`, (key) => routeThing(key, { granted, at })),
      )
      const changed = change(each)
      for (const name of ROUTE_PARTS)
        m.write(thing.payload[name], changed[name] ?? m.read(each.payload[name]))
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
  apply: (self: Value, applied: Applied) => Value,
): Value => [
  m.make<Native>(site, name, (key) =>
    nativeAt(key, `calix ${name}`, (given, _, at) => {
      const place = [site, at].map(({ env, node }) => `${env.activation.key}@${node.start}`).join()
      return apply(argument(given, 0), { at, tag: `${name}${key}`, place })
    }),
  ),
]

export const prefix: Behaviour = (m, args, site) =>
  over(m, site, 'prefix', (self, applied) => {
    const list = mapped(m, self, applied, ({ payload }) => ({
      path: joinedPath(argument(args, 0), m.read(payload.path)),
    }))
    return routesAt(m, applied.at, applied.tag, list)
  })

/** Each argument around those before it: the last is the outermost. */
const layered = (m: Machine, site: Site, tag: string, inside: Value, added: ReadonlyArray<Value>): Value =>
  added.reduce((before: Value, each, index): Value => {
    const layer = m.make(site, `layer${index}${tag}`, layerThing)
    m.write(layer.payload.around, each)
    m.write(layer.payload.inside, before)
    return [layer]
  }, inside)

export const use: Behaviour = (m, args, site) =>
  over(m, site, 'use', (self, applied) => {
    const { at, tag } = applied
    const each = everyArgument(args)
    const added = unionOf(each)
    const apps = allIn(m, self, isApp).map((from) => {
      const { key, payload } = from
      const thing = remade(from, applied, () =>
        m.make(at, `app${tag}${key}`, (own) => appThing(own, payload.granted, payload)),
      )
      for (const name of APP_PARTS) {
        const same = m.read(payload[name])
        m.write(thing.payload[name], name === 'middleware' ? unionOf([same, added]) : same)
      }
      return thing
    })
    const list = mapped(m, self, applied, ({ key, payload }) => ({
      middleware: unionOf([m.read(payload.middleware), added]),
      layers: layered(m, at, `${tag}${key}`, m.read(payload.layers), each),
    }))
    return list.length === 0 && apps.length > 0 ? apps : [...routesAt(m, at, tag, list), ...apps]
  })

export const authorize: Behaviour = (m, args, site) =>
  over(m, site, 'authorize', (self, applied) => {
    const all = unionOf(everyArgument(args))
    const said = all.length === 0 ? UNDEFINED : all
    const guarding = (own: Value): Value => (own.length > 0 ? own : said)
    const endpoints = allIn(m, self, isEndpoint).map((from) => {
      const { key, payload } = from
      const thing = remade(from, applied, () =>
        m.make(applied.at, `endpoint${applied.tag}${key}`, endpointThing),
      )
      for (const name of ENDPOINT_PARTS) {
        const same = m.read(payload[name])
        m.write(thing.payload[name], name === 'authorizers' ? guarding(same) : same)
      }
      return thing
    })
    if (endpoints.length > 0) return endpoints
    const list = mapped(m, self, applied, ({ payload }) => ({
      authorizers: guarding(m.read(payload.authorizers)),
    }))
    return routesAt(m, applied.at, applied.tag, list)
  })

/** What is said for the documentation changes nothing of the routes. */
export const documented: Behaviour = (m, _, site) => over(m, site, 'documented', (self) => self)
