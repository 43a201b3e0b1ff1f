import { activationOf } from '../evaluate/activation.ts'
import { argsOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import { isReader } from '../evaluate/opaque.ts'
import { exotic, record } from '../evaluate/things.ts'
import { ANYTHING, NOTHING, UNDEFINED, unionOf, type Value } from '../evaluate/value.ts'
import { merge, recordsIn } from './given.ts'
import { type AppModel, allIn, isLayer, isProvider, type providerThing, type RouteModel } from './model.ts'
import { optionOf } from './option.ts'

type ProviderThing = ReturnType<typeof providerThing>

/** The providers of each argument of `use`, outermost first. */
const providersOf = (m: Machine, layers: Value): ReadonlyArray<ReadonlyArray<ProviderThing>> => {
  const found: Array<ReadonlyArray<ProviderThing>> = []
  const seen = new Set<string>()
  for (let each = layers.filter(isLayer); each.length > 0; ) {
    const fresh = each.filter(({ key }) => !seen.has(key))
    for (const { key } of fresh) seen.add(key)
    const around = unionOf(fresh.map(({ payload }) => m.read(payload.around)))
    // However often one stands around a route, it runs once: as the outermost.
    const providers = allIn(m, around, isProvider).filter(({ key }) => !seen.has(key))
    for (const { key } of providers) seen.add(key)
    if (providers.length > 0) found.push(providers)
    each = unionOf(fresh.map(({ payload }) => m.read(payload.inside))).filter(isLayer)
  }
  return found
}

/** What `lambda` is given; anything where the app has an environment and nothing that is followed gives it. */
const environmentOf = (m: Machine, app: AppModel, site: Site): Value => {
  const given = m.read(app.environment)
  if (given.length > 0) return given
  return optionOf(m, app.options, 'environment', site).length > 0 ? ANYTHING : NOTHING
}

/** Who is calling, as an authorizer says. */
const identity = (): Value => [
  exotic(
    '#identity',
    'identity',
    {},
    (name) => (name === 'identity' ? ANYTHING : UNDEFINED),
    () => ['identity'],
  ),
]

/** What is given to whatever is in a route: the environment, and of a route that is guarded who is calling. */
const outermost = (m: Machine, app: AppModel, route: RouteModel, site: Site): Value => {
  const environment = environmentOf(m, app, site)
  const isGuarded = m.read(route.authorizers).some(({ kind }) => kind !== 'literal')
  if (!isGuarded) return environment
  if (environment.length === 0) return identity()
  const made = record(m, site, 'guarded', {})
  merge(m, identity(), environment, made, site)
  return [made]
}

/** What a provider gives, called as a step of its own on the way from the route. */
const given = (
  m: Machine,
  { key, payload }: ProviderThing,
  request: Value,
  needs: Value,
  site: Site,
): Value => {
  const held = record(m, site, `needs${key}`, {})
  m.write(held.others, needs.length === 0 ? UNDEFINED : needs)
  const { activation, module } = site.env
  const own = `provider ${key} ${activation.key}`
  const called = m.activation(own, () =>
    activationOf(own, payload.name, module.source, (self) => {
      const inside: Site = { env: { ...site.env, activation: self }, node: site.node }
      const given = m.read(held.others)
      const result = m.call(m.read(payload.provide), UNDEFINED, argsOf(request, given), inside)
      m.write(self.result, recordsIn(m, result, given, inside))
    }),
  )
  called.origin = activation.origin
  return m.enter(called, site)
}

/**
 * What a route's handler is given beside the request: the environment, who is calling, and what the providers around it
 * give. Each of these is called, the outermost first.
 */
export const providedTo = (m: Machine, app: AppModel, route: RouteModel, request: Value, site: Site): Value =>
  providersOf(m, m.read(route.layers)).reduce(
    (around: Value, providers, index): Value => {
      const made = record(m, site, `provided${index}`, {})
      // Of several at one place nobody knows which is around which: each may be given what the others give.
      const needs: Value = providers.length > 1 ? [made] : around
      const inside = unionOf(providers.map((each) => given(m, each, request, needs, site)))
      merge(m, around, inside, made, site)
      return [made]
    },
    outermost(m, app, route, site),
  )

/** Asks for an answer, which may be a function of what is provided: a reader. */
export const force = (m: Machine, answer: Value, provided: Value, site: Site): void => {
  if (provided.length === 0) {
    m.force(answer, site)
    return
  }
  const isFunction = (atom: Value[number]): boolean =>
    atom.kind === 'thing' && (atom.is === 'function' || atom.is === 'native')
  const readers = answer.filter((atom) => atom.kind === 'thing' && atom.is === 'opaque' && isReader(m, atom))
  m.force(
    answer.filter((atom) => !isFunction(atom)),
    site,
  )
  m.force(m.call([...answer.filter(isFunction), ...readers], UNDEFINED, argsOf(provided), site), site)
}
