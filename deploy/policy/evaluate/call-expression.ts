import type { Argument, CallExpression, Expression, MemberExpression } from '@oxc-project/types'
import { sendAll } from '../sdk/model.ts'
import { superCall, superMember } from './construct.ts'
import { type Args, type Env, lookUp, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { keysOf } from './pattern.ts'
import { ANYTHING, asText, literalTexts, NOTHING, UNDEFINED, union, unionOf, type Value } from './value.ts'

/** Elements, those of a spread among them by themselves as long as their number is known. */
export const spread = (m: Machine, elements: ReadonlyArray<Argument | null>, env: Env): Args => {
  const list: Value[] = []
  let rest: Value = NOTHING
  for (const element of elements) {
    if (element?.type === 'SpreadElement') {
      const { each, others } = m.iterate(m.expression(element.argument, env), { env, node: element })
      if (rest.length === 0) list.push(...each)
      else rest = unionOf([rest, ...each])
      rest = union(rest, others)
      continue
    }
    const value = element === null ? UNDEFINED : m.expression(element, env)
    if (rest.length === 0) list.push(value)
    else rest = union(rest, value)
  }
  return { list, rest }
}

const withoutTypes = (node: Expression): Expression => {
  let each = node
  while (
    each.type === 'TSNonNullExpression' ||
    each.type === 'TSAsExpression' ||
    each.type === 'TSSatisfiesExpression' ||
    each.type === 'TSTypeAssertion' ||
    each.type === 'TSInstantiationExpression' ||
    each.type === 'ParenthesizedExpression' ||
    each.type === 'ChainExpression'
  )
    each = each.expression
  return each
}

/** The calls of a chain, `a.b().c()`, outermost first: chains are gone over, not into. */
const chainOf = (node: CallExpression): ReadonlyArray<CallExpression> => {
  const all = [node]
  for (;;) {
    const callee = withoutTypes(all.at(-1)?.callee ?? node.callee)
    if (callee.type !== 'MemberExpression') return all
    const object = withoutTypes(callee.object)
    if (object.type !== 'CallExpression') return all
    all.push(object)
  }
}

/** Evaluates a call. */
export const callOf = (m: Machine, node: CallExpression, env: Env): Value =>
  chainOf(node).reduceRight<Value | undefined>((of, each) => callOne(m, each, env, of), undefined) ?? NOTHING

/** @param of what the method is called on, where it is known already */
const callOne = (m: Machine, node: CallExpression, env: Env, of: Value | undefined): Value => {
  const site: Site = { env, node }
  if (node.callee.type === 'Super') {
    superCall(m, spread(m, node.arguments, env), site)
    return UNDEFINED
  }
  if (isRequire(node, env)) {
    const [first] = node.arguments
    if (first !== undefined && first.type !== 'SpreadElement')
      return imported(m, m.expression(first, env), site, true)
  }
  const callee = withoutTypes(node.callee)
  if (callee.type !== 'MemberExpression') {
    if (callee.type === 'Identifier' && callee.name === 'eval' && lookUp(env.scope, 'eval') === undefined)
      m.note(site, 'what eval(…) runs is only decided then: say with grants(…) what it needs')
    const value = m.expression(callee, env)
    return m.call(value, UNDEFINED, spread(m, node.arguments, env), site)
  }
  return method(m, node, callee, env, of)
}

const method = (
  m: Machine,
  node: CallExpression,
  callee: MemberExpression,
  env: Env,
  known: Value | undefined,
): Value => {
  const site: Site = { env, node }
  const keys = () => keysOf(m, callee.property, callee.computed, env) ?? [undefined]
  if (callee.object.type === 'Super') {
    const parents = env.home === undefined ? NOTHING : m.read(env.home.parent)
    const found = unionOf(
      keys().map((key) => (key === undefined ? NOTHING : superMember(m, parents, key, site))),
    )
    return m.call(found, env.self, spread(m, node.arguments, env), site)
  }
  const of = known ?? m.expression(callee.object, env)
  const names = keys()
  const args = spread(m, node.arguments, env)
  // Each of what it can be is called by itself: a method knows what it is a method of.
  return unionOf(
    of.flatMap((atom) =>
      names.map((name) => {
        const isUnknown = atom.kind === 'anything' || (atom.kind === 'thing' && atom.is === 'opaque')
        // A client that other code has wrapped is still sent commands.
        if (name === 'send' && isUnknown) sendAll(m, site, [atom], args.list[0] ?? NOTHING)
        // A method of a library's class calls those of what extends it.
        const isExtending = atom.kind === 'thing' && atom.is === 'record' && m.read(atom.base).length > 0
        const called = m.get([atom], name, { env, node: callee })
        if (isExtending && called.some(({ kind }) => kind === 'anything'))
          m.force(m.escape([[atom]], site, 'kept'), site)
        return m.call(called, [atom], args, site)
      }),
    ),
  )
}

const isRequire = (node: CallExpression, env: Env): boolean =>
  node.callee.type === 'Identifier' &&
  node.callee.name === 'require' &&
  lookUp(env.scope, 'require') === undefined

/** What `import()` or `require()` gives, of a specifier that the source decides. */
export const imported = (m: Machine, specifier: Value, site: Site, isRequired: boolean): Value => {
  const texts = literalTexts(asText(specifier))
  if (texts === undefined) {
    m.note(site, 'which module is imported is only decided when it runs: import it by its name')
    return ANYTHING
  }
  return unionOf(texts.map((each) => m.load(each, site, isRequired)))
}
