import { callName } from '../evaluate/closure.ts'
import { argument, everyArgument, placeOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import { markFailures } from '../evaluate/opaque.ts'
import type { Native, Plain, Thing } from '../evaluate/thing.ts'
import { cellAt, exotic, native, nativeAt, plain } from '../evaluate/things.ts'
import { ANYTHING, textValue, unionOf, type Value } from '../evaluate/value.ts'
import { authorize, type Behaviour, documented, prefix, routesAt, routesIn, use } from './combinators.ts'
import { grants } from './grants.ts'
import {
  allIn,
  appThing,
  authorizerThing,
  ENDPOINT_PARTS,
  endpointThing,
  isApp,
  isEndpoint,
  providerThing,
  routesThing,
  routeThing,
} from './model.ts'
import { optionOf } from './option.ts'

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

const endpoint = (m: Machine, site: Site, methods: Value, path: Value, contract: Value): Value => {
  const tag = path.map(({ key }) => key).join()
  const made = m.make(site, `endpoint${tag}`, endpointThing)
  m.write(made.payload.methods, methods)
  m.write(made.payload.path, path)
  m.write(made.payload.contract, contract)
  return [made]
}

const route: Behaviour = (m, args, site) => {
  const handler = argument(args, 1)
  const made = allIn(m, argument(args, 0), isEndpoint).map(({ key, payload }) => {
    const thing = m.make(site, `route${key}`, (own) => routeThing(own, { granted: [], at: placeOf(site) }))
    for (const name of ENDPOINT_PARTS) m.write(thing.payload[name], m.read(payload[name]))
    m.write(thing.payload.handler, handler)
    return thing
  })
  if (made.length === 0)
    m.note(site, 'where this route answers is only decided when it runs: its endpoint is not followed')
  return routesAt(m, site, made.map(({ key }) => key).join(), made)
}

const provide: Behaviour = (m, args, site) => {
  const made = m.make(site, 'provider', (key) => providerThing(key, callName(site.node) ?? 'provide'))
  m.write(made.payload.provide, argument(args, 0))
  return [made]
}

const NO_ENVIRONMENT =
  'nothing that is followed gives this app its environment: take the file that calls lambda(app, { … }) as the entry'

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  ...Object.fromEntries(
    Object.entries(METHODS).map(([name, method]): [string, Behaviour] => [
      name,
      (m, args, site) => endpoint(m, site, textValue(method), argument(args, 0), argument(args, 1)),
    ]),
  ),
  methods: (m, args, site) => {
    const { each, others } = m.iterate(argument(args, 0), site)
    return endpoint(m, site, unionOf([...each, others]), argument(args, 1), argument(args, 2))
  },
  route,
  routes: (m, args, site) =>
    routesAt(m, site, '', unionOf(everyArgument(args).map((each) => routesIn(m, each)))),
  prefix,
  use,
  authorize,
  provide,
  grants: (m, args, site) => grants(m, argument(args, 0), site),
  calix: (m, args, site) => {
    const made = m.make(site, 'app', (key) => appThing(key, []))
    m.write(made.payload.options, argument(args, 0))
    m.write(
      made.payload.list,
      unionOf(everyArgument({ list: args.list.slice(1), rest: args.rest }).map((each) => routesIn(m, each))),
    )
    const isOpen = optionOf(m, made.payload.options, 'environment', site).length > 0
    if (isOpen && m.read(made.payload.environment).length === 0) m.note(site, NO_ENVIRONMENT)
    return [made]
  },
  documented,
  environment: (m, _, site) => [m.make(site, 'environment', (key) => exotic(key, 'environment', {}))],
  lambda: (m, args, site) => {
    const apps = allIn(m, argument(args, 0), isApp)
    const made = m.make<Native>(site, 'lambda', (key) => nativeAt(key, 'calix handler', () => ANYTHING))
    m.write(cellAt(made, 'app'), apps)
    const given = argument(args, 1).filter(({ kind }) => kind !== 'literal')
    for (const { payload } of apps) m.write(payload.environment, given)
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
  if (/^[A-Z]\w+Error$/.test(name)) return [error(m, name)]
  return ANYTHING
}

/** A class of errors. */
const error = (m: Machine, name: string): Native =>
  native(`calix ${name}`, () => ANYTHING, {
    construct: (args, site) => markFailures(m.escape(everyArgument(args), site, 'kept')),
    statics: () => ANYTHING,
  })

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
  if (specifier !== 'calix' && specifier !== 'calix/openapi') return undefined
  const made = new Map<string, Value>()
  const thing: Thing = exotic('#calix', 'package', {}, (name) => {
    if (name === undefined) return ANYTHING
    const found = made.get(name) ?? named(m, name)
    made.set(name, found)
    return found
  })
  return [thing]
}
