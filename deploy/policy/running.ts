import { decodes, runContract } from './calix/contract.ts'
import type { AppModel, RouteModel } from './calix/model.ts'
import { optionOf } from './calix/option.ts'
import { force, providedTo } from './calix/provided.ts'
import { argsOf, type Env, type Site } from './evaluate/env.ts'
import type { Evaluator } from './evaluate/evaluator.ts'
import { exotic, record } from './evaluate/things.ts'
import {
  ANYTHING,
  keyOf,
  literalText,
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

/** The parameters of a route: what its path names, and nothing else. Any where the path is not known. */
const paramsOf = (path: Value): Value => {
  const paths = path.map(literalText)
  const known = paths.flatMap((each) => each ?? []).map(paramNames)
  const isKnown = paths.length > 0 && known.length === paths.length
  const names = new Set(known.flat())
  const get = (name: string | undefined): Value => {
    if (!isKnown) return SOME_TEXT
    if (name === undefined) return names.size === 0 ? UNDEFINED : unionOf([SOME_TEXT, UNDEFINED])
    if (!names.has(name)) return UNDEFINED
    return known.every((each) => each.includes(name)) ? SOME_TEXT : unionOf([SOME_TEXT, UNDEFINED])
  }
  const key = isKnown ? [...names].join() : '?'
  return [exotic(`#params ${key} ${keyOf(path)}`, 'params', {}, get, isKnown ? () => [...names] : undefined)]
}

const paramNames = (path: string): ReadonlyArray<string> =>
  path
    .split('/')
    .filter((each) => /^[:*]/.test(each))
    .map((each) => each.slice(1))

/** What a handler is given, of which the source decides the method and the route. */
const requestOf = (found: Evaluator, route: RouteModel, method: Value, site: Site): Value => {
  const { machine: m } = found
  // HEAD is answered by the route for GET, whose handler is told so.
  const isGetAlone = route.methods.value.length === 1 && method.some((atom) => literalText(atom) === 'GET')
  const known: Readonly<Record<string, () => Value>> = {
    method: () => (isGetAlone ? unionOf([method, textValue('HEAD')]) : method),
    route: () => m.read(route.path),
    params: () => (decodes(m, route, 'params', site) ? ANYTHING : paramsOf(m.read(route.path))),
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
  runContract(m, route, site)
  const request = requestOf(found, route, method, site)
  const provided = providedTo(m, app, route, request, site)
  const args = provided.length === 0 ? argsOf(request) : argsOf(request, provided)
  force(m, m.call(m.read(route.handler), UNDEFINED, args, site), provided, site)
}

const defaultsOf = ({ machine: m }: Evaluator, app: AppModel, site: Site): Value => {
  const { each, others } = m.iterate(optionOf(m, app.options, 'defaults', site), site)
  return unionOf([...each, others])
}

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
    m.call(optionOf(m, app.options, name, site), UNDEFINED, argsOf(ANYTHING, ANYTHING), site)
}
