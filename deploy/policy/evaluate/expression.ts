import type { Expression, MemberExpression } from '@oxc-project/types'
import { callOf, imported, spread } from './call-expression.ts'
import { classValue } from './class.ts'
import { closure } from './closure.ts'
import { superMember } from './construct.ts'
import { argsOf, type Env, lookUp, type Site } from './env.ts'
import { element } from './jsx.ts'
import { arrayOf, objectOf, tagged, template } from './literal.ts'
import type { Machine } from './machine.ts'
import { globalValue } from './natives/globals.ts'
import { assignment, binary, isPrivateIn, unary } from './operator.ts'
import { assign, keysOf } from './pattern.ts'
import {
  ANYTHING,
  bool,
  isNullish,
  NOTHING,
  NULL,
  notNullish,
  number,
  textValue,
  truth,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from './value.ts'
import { withDefault } from './with-default.ts'

/** Evaluates an expression to all that it can be. */
export const evaluateExpression = (m: Machine, node: Expression, env: Env): Value => {
  const site: Site = { env, node }
  switch (node.type) {
    case 'Literal':
      return literalValue(node.value)
    case 'Identifier':
      return identifier(m, node.name, site)
    case 'TemplateLiteral':
      return template(m, node, env)
    case 'TaggedTemplateExpression':
      return tagged(m, node, site)
    case 'ThisExpression':
      return env.self
    case 'Super':
      return env.self
    case 'ArrayExpression':
      return arrayOf(m, node.elements, site)
    case 'ObjectExpression':
      return objectOf(m, node, site)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return node.body === null ? NOTHING : closure(m, node, env)
    case 'ClassExpression':
    case 'ClassDeclaration':
      return classValue(m, node, env)
    case 'AssignmentExpression':
      return assignment(m, node, env)
    case 'AwaitExpression': {
      const value = m.expression(node.argument, env)
      // Something that was made by code that is not followed, and is waited for, was called.
      for (const atom of value) if (atom.kind === 'thing' && atom.is === 'opaque') m.force([atom], site)
      return settled(m, value, site)
    }
    case 'BinaryExpression':
      return isPrivateIn(node) ? ANYTHING : binary(m, node, env)
    case 'LogicalExpression': {
      const left = m.expression(node.left, env)
      if (node.operator === '??') {
        const is = isNullish(left)
        if (is === false) return left
        const right = m.expression(node.right, env)
        return is === true ? right : withDefault(notNullish(left), right)
      }
      const is = truth(left)
      if (node.operator === '||') {
        if (is === true) return left
        const right = m.expression(node.right, env)
        return is === false ? right : withDefault(truthy(left), right)
      }
      if (is === false) return left
      const right = m.expression(node.right, env)
      return is === true ? right : union(left, right)
    }
    case 'ConditionalExpression': {
      const is = truth(m.expression(node.test, env))
      const then = is === false ? NOTHING : m.expression(node.consequent, env)
      return is === true ? then : union(then, m.expression(node.alternate, env))
    }
    case 'UnaryExpression':
      if (node.operator === 'delete') return removed(m, node.argument, env)
      return unary(node.operator, m.expression(node.argument, env))
    case 'UpdateExpression':
      assign(m, node.argument, ANYTHING, env)
      return ANYTHING
    case 'SequenceExpression':
      return sequence(m, node.expressions, env)
    case 'MemberExpression':
      return member(m, node, env)
    case 'ChainExpression':
      return m.expression(node.expression, env)
    case 'CallExpression':
      return callOf(m, node, env)
    case 'NewExpression':
      return m.construct(m.expression(node.callee, env), spread(m, node.arguments, env), site)
    case 'ImportExpression':
      return imported(m, m.expression(node.source, env), site, false)
    case 'YieldExpression': {
      const value = node.argument === null ? UNDEFINED : m.expression(node.argument, env)
      if (env.yields === undefined) return ANYTHING
      if (!node.delegate) {
        m.write(env.yields, value)
        return union(ANYTHING, value)
      }
      const { each, others } = m.iterate(value, site)
      m.write(env.yields, unionOf([...each, others]))
      // What the other gives back is beside what goes over it.
      const given = value.filter((atom) => atom.kind !== 'thing' || atom.is !== 'iterator')
      return union(ANYTHING, given)
    }
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return m.expression(node.expression, env)
    case 'JSXElement':
    case 'JSXFragment':
      return element(m, node, env)
    default:
      // `import.meta`, `new.target`: nothing that calls AWS.
      return ANYTHING
  }
}

/** What an object of the source's own that has a `then` resolves to, and anything else is. */
const settled = (m: Machine, value: Value, site: Site): Value => {
  const waiting = value.map((atom): Value => {
    if (atom.kind !== 'thing' || atom.is !== 'record') return [atom]
    const then = m.get([atom], 'then', site).filter((each) => each.kind === 'thing' && each.is === 'function')
    if (then.length === 0) return [atom]
    m.call(then, [atom], argsOf(ANYTHING, ANYTHING), site)
    return ANYTHING
  })
  return waiting.every((each, index) => each[0] === value[index]) ? value : unionOf(waiting)
}

const sequence = (m: Machine, all: ReadonlyArray<Expression>, env: Env): Value =>
  all.map((each) => m.expression(each, env)).at(-1) ?? UNDEFINED

const literalValue = (value: unknown): Value => {
  if (typeof value === 'string') return textValue(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return bool(value)
  return value === null ? NULL : ANYTHING
}

const truthy = (value: Value): Value => {
  const left = value.filter((atom) => (atom.kind === 'literal' ? Boolean(atom.value) : true))
  return left.length === value.length ? value : left
}

const identifier = (m: Machine, name: string, site: Site): Value => {
  if (name === 'undefined') return UNDEFINED
  const cell = lookUp(site.env.scope, name)
  return cell === undefined ? globalValue(m, name) : m.read(cell)
}

/** `delete object.key`: it may be there no more. */
const removed = (m: Machine, node: Expression, env: Env): Value => {
  if (node.type !== 'MemberExpression') return ANYTHING
  const keys = keysOf(m, node.property, node.computed, env)
  for (const key of keys ?? []) m.set(m.expression(node.object, env), key, UNDEFINED, { env, node })
  return ANYTHING
}

/** What a member expression reads. */
const member = (m: Machine, node: MemberExpression, env: Env): Value => {
  const site: Site = { env, node }
  const isSuper = node.object.type === 'Super'
  const of = isSuper
    ? env.home === undefined
      ? NOTHING
      : m.read(env.home.parent)
    : m.expression(node.object, env)
  const keys = keysOf(m, node.property, node.computed, env) ?? [undefined]
  return unionOf(
    keys.map((key) => (isSuper && key !== undefined ? superMember(m, of, key, site) : m.get(of, key, site))),
  )
}
