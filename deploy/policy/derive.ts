import { isAbsolute, relative } from 'node:path'
import type { Derivation, DeriveOptions, Unresolved } from './derivation.ts'
import { type Evaluator, evaluator } from './evaluate/evaluator.ts'
import type { Module } from './evaluate/module.ts'
import { PolicyError } from './policy-error.ts'
import { merged, pathFrom, type Reach, reach } from './reach.ts'
import { type Root, type Roots, rootsOf } from './roots.ts'

/**
 * What an app's source needs of IAM: the actions and resources of each AWS SDK call that a route can come to, from its
 * handler, its middleware, its authorizers and what modules do as they load. Nothing of the source is run.
 *
 * @param entry the file that exports the app or its Lambda handler, absolute
 * @throws PolicyError when the file cannot be read, or exports neither.
 */
export const derive = (entry: string, options: DeriveOptions): Derivation => {
  if (!isAbsolute(entry)) throw new PolicyError(`'${entry}' is to be an absolute path`)
  const { root } = options
  const found = evaluator({
    root,
    environment: options.environment ?? {},
    isWholeEnvironment: options.isWholeEnvironment ?? false,
  })
  const module = found.module(entry)
  const name = relative(root, entry) || entry
  if (module === undefined) {
    const { why = 'it cannot be read', line = 1 } = found.skipped.get(entry) ?? {}
    throw new PolicyError(`${name}:${line}: ${why}`)
  }
  found.start(module.activation)
  found.settle()
  const roots = rootsOf(found, module, name)
  return derivationOf(found, module, roots, root)
}

const derivationOf = (found: Evaluator, module: Module, roots: Roots, root: string): Derivation => {
  const unresolved = new Map<string, Unresolved & { routes: string[] }>()
  const remember = ({ open }: Reach, title: string | undefined): void => {
    for (const each of open) {
      const key = `${each.file}:${each.line}:${each.why}`
      const known = unresolved.get(key) ?? { ...each, routes: [] }
      unresolved.set(key, known)
      if (title !== undefined && !known.routes.includes(title)) known.routes.push(title)
    }
  }
  const start = reach(module.activation, [], root, true)
  const around = roots.always.map(({ activation, granted }) => reach(activation, granted, root, false))
  for (const each of [start, ...around]) remember(each, undefined)
  const common = [start, ...around].flatMap(({ needs }) => needs)
  const each = (all: ReadonlyMap<string, ReadonlyArray<Root>>) =>
    new Map(
      [...all].map(([title, list]) => {
        const reached = list.map(({ activation, granted, step }) =>
          reach(activation, granted, root, false, step),
        )
        for (const one of reached) remember(one, title)
        return [title, merged([...reached.flatMap(({ needs }) => needs), ...common])] as const
      }),
    )
  const routes = each(roots.routes)
  const authorizers = each(roots.authorizers)
  for (const { file, line, why } of found.skipped.values()) {
    const place = { file: pathFrom(root, file), line }
    unresolved.set(`${place.file}:${line}:${why}`, {
      ...place,
      why: `it is not followed: ${why}`,
      routes: [],
    })
  }
  return {
    routes,
    authorizers,
    always: merged(common),
    unresolved: [...unresolved.values()].sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    ),
  }
}
