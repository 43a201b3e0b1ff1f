import { allIn, isApp, isAuthorizer, isRoute, type RouteModel } from './calix/model.ts'
import type { Step } from './derivation.ts'
import { type Activation, activationOf } from './evaluate/activation.ts'
import { ownName } from './evaluate/closure.ts'
import { argsOf, type Env, type Site } from './evaluate/env.ts'
import type { Evaluator } from './evaluate/evaluator.ts'
import { envOf } from './evaluate/function.ts'
import type { Module } from './evaluate/module.ts'
import { isProxy } from './evaluate/natives/proxy.ts'
import { ANYTHING, type Atom, literalTexts, UNDEFINED, type Value } from './evaluate/value.ts'
import { PolicyError } from './policy-error.ts'
import { pathFrom } from './reach.ts'
import { runAround, runRoute, titlesOf } from './running.ts'

/** Where calls start beside the module itself. */
export interface Roots {
  readonly routes: ReadonlyMap<string, ReadonlyArray<Root>>
  readonly authorizers: ReadonlyMap<string, ReadonlyArray<Root>>
  readonly always: ReadonlyArray<Root>
}

export interface Root {
  readonly activation: Activation
  readonly granted: RouteModel['granted']
  readonly step: Step | undefined
}

/** What a module exports under a name, whatever it exports that by; all of it without one. */
const exportsOf = ({ machine }: Evaluator, module: Module, name?: string): Value => {
  const site: Site = {
    env: envOf(module.activation, { module, scope: undefined }, UNDEFINED),
    node: module.source.program,
  }
  return machine.get([module.namespace], name, site)
}

const isCallable = (atom: Atom): boolean =>
  atom.kind === 'thing' && (/^(?:function|native|opaque)$/.test(atom.is) || isProxy(atom))

/** Where the functions among values are written. */
const modulesOf = (values: Value): ReadonlyArray<Module> =>
  values.flatMap((atom) => (atom.kind === 'thing' && atom.is === 'function' ? [atom.env.module] : []))

/** What Lambda is told to call. */
const HANDLERS = ['handler', 'default'] as const

/** Apps that were made and are not what another was made of: for a handler that is written by hand around one. */
const appsMade = (module: Module): ReadonlyArray<Atom> =>
  [...(module.activation.made?.values() ?? [])].filter((thing) => isApp(thing))

/** Finds where calls start, and evaluates from there. */
export const rootsOf = (found: Evaluator, module: Module, name: string): Roots => {
  const { machine: m } = found
  const routes = new Map<string, Root[]>()
  const authorizers = new Map<string, Root[]>()
  const always: Root[] = []
  const started = new Set<string>()
  const root = (
    key: string,
    title: string,
    granted: RouteModel['granted'],
    step: Step | undefined,
    run: (env: Env) => void,
  ): Root => {
    const activation = m.activation(`root ${key}`, () =>
      activationOf(`root ${key}`, title, module.source, (own) =>
        run(envOf(own, { module, scope: undefined }, UNDEFINED)),
      ),
    )
    activation.origin = key
    found.start(activation)
    return { activation, granted, step }
  }
  const add = (to: Map<string, Root[]>, title: string, key: string, make: () => Root): void => {
    if (started.has(key)) return
    started.add(key)
    to.set(title, [...(to.get(title) ?? []), make()])
  }

  // What is evaluated may come to more routes: to the end.
  for (let before = -1; before !== started.size; ) {
    before = started.size
    const exported = exportsOf(found, module)
    const given = allIn(m, exported, isApp)
    const handlers = HANDLERS.flatMap((each) => exportsOf(found, module, each))
    const apps =
      given.length > 0
        ? given
        : [...new Set([module, ...modulesOf(handlers)])].flatMap(appsMade).filter(isApp)
    for (const app of apps) {
      for (const route of m.read(app.payload.list))
        if (isRoute(route)) {
          for (const { key, method } of titlesOf(route.payload))
            add(routes, key, `${app.key} ${route.key} ${key}`, () =>
              root(
                `${app.key} ${route.key} ${key}`,
                key,
                [...app.payload.granted, ...route.payload.granted],
                stepOf(route.payload, key, found),
                (env) => runRoute(found, app.payload, route.payload, method, env),
              ),
            )
          for (const each of m.read(route.payload.authorizers))
            if (isAuthorizer(each)) {
              const title = authorizerName(found, each.payload.options, each.payload.decide)
              add(authorizers, title, `${each.key}`, () =>
                root(each.key, title, [], undefined, (env) => {
                  const site: Site = { env, node: module.source.program }
                  m.force(m.call(m.read(each.payload.decide), UNDEFINED, argsOf(ANYTHING), site), site)
                }),
              )
            }
        }
      if (!started.has(app.key)) {
        started.add(app.key)
        always.push(
          root(app.key, 'every request', app.payload.granted, undefined, (env) =>
            runAround(found, app.payload, env),
          ),
        )
      }
    }
    for (const each of HANDLERS) {
      const key = `export ${each}`
      if (started.has(key) || !exportsOf(found, module, each).some(isCallable)) continue
      started.add(key)
      always.push(
        root(key, each, [], undefined, (env) => {
          const site: Site = { env, node: module.source.program }
          for (const atom of m.get([module.namespace], each, site).filter(isCallable)) {
            if (atom.kind === 'thing' && atom.is === 'opaque') m.force([atom], site)
            else m.force(m.call([atom], UNDEFINED, argsOf(ANYTHING, ANYTHING), site), site)
          }
        }),
      )
    }
    found.settle()
    for (const [key, { opaque, site, isUsed }] of found.kept) {
      if (isUsed || started.has(key)) continue
      started.add(key)
      m.force([opaque], site)
    }
    found.settle()
  }
  if (started.size === 0 || (routes.size === 0 && always.length === 0))
    throw new PolicyError(`${name} exports no app: export const app = calix({}, …), or a handler of one`)
  return { routes, authorizers, always }
}

const stepOf = ({ at }: RouteModel, key: string, { root }: Evaluator): Step => ({
  file: pathFrom(root, at.file),
  line: at.line,
  what: key,
})

const authorizerName = (
  { machine: m }: Evaluator,
  options: RouteModel['path'],
  decide: RouteModel['path'],
): string => {
  for (const atom of m.read(options)) {
    const name = atom.kind === 'thing' ? atom.props.get('name') : undefined
    const [text] = name === undefined ? [] : (literalTexts(m.read(name)) ?? [])
    if (text !== undefined) return text
  }
  for (const atom of m.read(decide)) {
    if (atom.kind !== 'thing' || atom.is !== 'function') continue
    const name = ownName(atom.code)
    if (name !== undefined && /^[A-Za-z0-9_-]{1,128}$/.test(name)) return name
  }
  return 'authorizer'
}
