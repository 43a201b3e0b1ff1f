import { activationOf, type Granted } from '../evaluate/activation.ts'
import { type Args, argument, placeOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Native } from '../evaluate/thing.ts'
import { nativeAt } from '../evaluate/things.ts'
import { keyOf, literalTexts, NOTHING, type Value } from '../evaluate/value.ts'
import {
  APP_PARTS,
  allIn,
  appThing,
  isApp,
  isProvider,
  isRoute,
  isRoutes,
  providerThing,
  ROUTE_PARTS,
  routesThing,
  routeThing,
} from './model.ts'

const ACTION = /^[a-z0-9-]+:[A-Za-z0-9*]+$/

/** What `grants({ … })` says: resources by action. What it does not say plainly is reported. */
const said = (m: Machine, value: Value, site: Site): Granted => {
  const all: Record<string, ReadonlyArray<string>> = {}
  for (const atom of value) {
    if (atom.kind !== 'thing' || atom.is !== 'record') {
      m.note(
        site,
        'grants(…) takes a record that the source decides: grants({ "s3:GetObject": "arn:aws:s3:::photos/*" })',
      )
      continue
    }
    for (const [action, cell] of atom.props) {
      const found = m.read(cell)
      const { each, others } = m.iterate(
        found.filter(({ kind }) => kind === 'thing'),
        site,
      )
      const texts = [found.filter(({ kind }) => kind !== 'thing'), ...each, others]
        .filter((part) => part.length > 0)
        .map((part) => literalTexts(part))
      if (!ACTION.test(action)) m.note(site, `grants(…): '${action}' is no action such as s3:GetObject`)
      else if (texts.length === 0 || texts.some((each) => each === undefined)) {
        m.note(
          site,
          `grants(…): the resources of '${action}' are to be ARNs that the source decides, and * stands for them`,
        )
        all[action] = ['*']
      } else all[action] = texts.flatMap((part) => part ?? [])
    }
  }
  return { needs: all, at: placeOf(site) }
}

/** `grants({ … })`: a function that gives back what it is given, with what is said of it. */
export const grants = (m: Machine, value: Value, site: Site): Value => {
  const granted = said(m, value, site)
  return [
    m.make<Native>(site, `grants${keyOf(value)}`, (key) =>
      nativeAt(key, 'calix grants', (args, _, at) => applied(m, argument(args, 0), granted, at, key)),
    ),
  ]
}

const applied = (m: Machine, self: Value, granted: Granted, site: Site, tag: string): Value => {
  const routes = allIn(m, self, isRoutes)
  const apps = allIn(m, self, isApp)
  const providers = allIn(m, self, isProvider)
  if (providers.length > 0)
    return providers.map(({ key, payload }) => {
      const thing = m.make(site, `grants${tag}${key}`, (own) => providerThing(own, payload.name))
      m.write(thing.payload.provide, callables(m, m.read(payload.provide), granted, site, `${tag}${key}`))
      return thing
    })
  if (routes.length + apps.length === 0) return callables(m, self, granted, site, tag)
  const list = routes
    .flatMap(({ payload }) => m.read(payload.list).filter(isRoute))
    .map(({ key, payload }) => {
      const { at } = payload
      const thing = m.make(site, `grants${tag}${key}`, (own) =>
        routeThing(own, { granted: [...payload.granted, granted], at }),
      )
      for (const name of ROUTE_PARTS) m.write(thing.payload[name], m.read(payload[name]))
      return thing
    })
  const grantedApps = apps.map(({ key, payload }) => {
    const thing = m.make(site, `grants${tag}${key}`, (own) =>
      appThing(own, [...payload.granted, granted], payload),
    )
    for (const name of APP_PARTS) m.write(thing.payload[name], m.read(payload[name]))
    return thing
  })
  if (routes.length === 0) return grantedApps
  const made = m.make(site, `grants${tag}`, (own) => routesThing(m, own))
  m.write(made.payload.list, list)
  return [made, ...grantedApps]
}

/** A function that needs what is said whenever it is called; anything else needs it where it is. */
const callables = (m: Machine, self: Value, granted: Granted, site: Site, tag: string): Value => {
  const run = (args: Args | undefined, at: Site): Value => {
    const key = `grants${tag}@${at.node.start}${args === undefined ? '' : args.list.map(keyOf).join()}${keyOf(self)}`
    const activation = m.activation(key, () => {
      const made = activationOf(key, 'grants', at.env.module.source, (own) => {
        const env = { ...at.env, activation: own }
        m.write(
          own.result,
          args === undefined ? NOTHING : m.call(self, NOTHING, args, { env, node: at.node }),
        )
      })
      made.granted = granted
      return made
    })
    return m.enter(activation, at)
  }
  const isUnknown = self.some(
    (atom) => atom.kind === 'anything' || (atom.kind === 'thing' && atom.is === 'opaque'),
  )
  const isCallable = self.some((atom) => atom.kind === 'thing' && /^(?:function|native)$/.test(atom.is))
  if (!isCallable && !isUnknown) {
    run(undefined, site)
    return self
  }
  // It may be the answer of a call, which was made where it is: at the start it is taken for a function.
  if (isUnknown) m.callAs(true, () => run(undefined, site))
  return [
    m.make<Native>(site, `granted${keyOf(self)}`, (key) =>
      nativeAt(key, 'granted', (args, _, at) => run(args, at)),
    ),
  ]
}
