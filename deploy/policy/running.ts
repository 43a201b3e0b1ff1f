import type { AppModel, RouteModel } from './calix/model.ts'
import { argsOf, type Env, type Site } from './evaluate/env.ts'
import type { Evaluator } from './evaluate/evaluator.ts'
import { exotic, record } from './evaluate/things.ts'
import {
  ANYTHING,
  literalText,
  NOTHING,
  SOME_TEXT,
  textValue,
  UNDEFINED,
  unionOf,
  type Value,
} from './evaluate/value.ts'

/** The keys of a route, and what its handler is told of the method. */
export const titlesOf = ({
  methods,
  path,
}: RouteModel): ReadonlyArray<{ readonly key: string; readonly method: Value }> => {
  const paths = path.value.flatMap((atom) => {
    const text = literalText(atom)
    if (text !== undefined) return [text]
    return atom.kind === 'text'
      ? [atom.parts.map((part) => (typeof part === 'string' ? part : '*')).join('')]
      : ['*']
  })
  const names = methods.value.flatMap((atom) => literalText(atom) ?? [])
  return names.flatMap((method) =>
    paths.map((each) => ({
      key: `${method} ${each}`,
      method: method === 'ANY' ? SOME_TEXT : textValue(method),
    })),
  )
}

/** What a handler is given, of which the source decides the method and the route. */
const requestOf = (found: Evaluator, route: RouteModel, method: Value, site: Site): Value => {
  const { machine: m } = found
  // HEAD is answered by the route for GET, whose handler is told so.
  const isGetAlone = route.methods.value.length === 1 && method.some((atom) => literalText(atom) === 'GET')
  const known: Readonly<Record<string, () => Value>> = {
    method: () => (isGetAlone ? unionOf([method, textValue('HEAD')]) : method),
    route: () => m.read(route.path),
    params: () => [exotic(`#params`, 'params', {}, () => SOME_TEXT)],
    path: () => SOME_TEXT,
    rawPath: () => SOME_TEXT,
  }
  return [
    m.make(site, 'request', (key) =>
      exotic(key, 'request', {}, (name) =>
        name !== undefined && Object.hasOwn(known, name) ? (known[name]?.() ?? ANYTHING) : ANYTHING,
      ),
    ),
  ]
}

/** A request to a route: its middleware, its handler, and what that answers. */
export const runRoute = (
  found: Evaluator,
  app: AppModel,
  route: RouteModel,
  method: Value,
  env: Env,
): void => {
  const { machine: m } = found
  const site: Site = { env, node: env.module.source.program }
  runMiddleware(
    found,
    unionOf([m.read(route.middleware), m.read(app.middleware), defaultsOf(found, app, site)]),
    site,
  )
  const answer = m.call(m.read(route.handler), UNDEFINED, argsOf(requestOf(found, route, method, site)), site)
  m.force(answer, site)
}

const defaultsOf = ({ machine: m }: Evaluator, app: AppModel, site: Site): Value => {
  const { each, others } = m.iterate(optionOf(m.read(app.options), 'defaults'), site)
  return unionOf([...each, others])
}

const optionOf = (options: Value, name: string): Value =>
  unionOf(
    options.map(
      (atom): Value => (atom.kind === 'thing' ? (atom.props.get(name)?.value ?? NOTHING) : NOTHING),
    ),
  )

const HOOKS = ['before', 'after', 'onError', 'preflight']

const runMiddleware = ({ machine: m }: Evaluator, all: Value, site: Site): void => {
  const request = record(m, site, 'hook', {})
  m.write(request.others, ANYTHING)
  for (const atom of all) {
    if (atom.kind !== 'thing') continue
    if (atom.is === 'opaque') m.force([atom], site)
    else
      for (const hook of HOOKS) {
        const called = m.get([atom], hook, site).filter(({ kind }) => kind === 'thing')
        m.call(called, [atom], argsOf([request]), site)
      }
  }
}

/** What is around all routes, and answers where there is none. */
export const runAround = (found: Evaluator, app: AppModel, env: Env): void => {
  const { machine: m } = found
  const site: Site = { env, node: env.module.source.program }
  runMiddleware(found, unionOf([m.read(app.middleware), defaultsOf(found, app, site)]), site)
  for (const name of ['errorShape', 'log'])
    m.call(
      optionOf(m.read(app.options), name).filter(({ kind }) => kind === 'thing'),
      UNDEFINED,
      argsOf(ANYTHING, ANYTHING),
      site,
    )
}
