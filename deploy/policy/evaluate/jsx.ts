import type { Expression, JSXChild, JSXElement, JSXElementName, JSXFragment } from '@oxc-project/types'
import { type Env, lookUp } from './env.ts'
import type { Machine } from './machine.ts'
import { record } from './things.ts'
import { ANYTHING, NOTHING, type Value } from './value.ts'

const componentOf = (m: Machine, name: JSXElementName, env: Env): Value => {
  if (name.type === 'JSXIdentifier' || name.type === 'JSXNamespacedName') {
    const cell = name.type === 'JSXIdentifier' ? lookUp(env.scope, name.name) : undefined
    return cell === undefined ? NOTHING : m.read(cell)
  }
  const of = componentOf(m, name.object, env)
  return m.get(of, name.property.name, { env, node: name })
}

const child = (m: Machine, node: JSXChild, env: Env): Value => {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return element(m, node, env)
  if (node.type === 'JSXSpreadChild') return m.expression(node.expression, env)
  if (node.type === 'JSXText' || node.expression.type === 'JSXEmptyExpression') return NOTHING
  // What is left in braces is an expression.
  return m.expression(node.expression as Expression, env)
}

/** An element: what it is given goes to code that is not followed, its component among it. */
export const element = (m: Machine, node: JSXElement | JSXFragment, env: Env): Value => {
  const site = { env, node }
  const given: Value[] = node.children.map((each) => child(m, each, env))
  if (node.type === 'JSXElement') {
    const { attributes, name } = node.openingElement
    const properties = record(m, site, 'attributes', {})
    for (const each of attributes) {
      if (each.type === 'JSXSpreadAttribute') given.push(m.expression(each.argument, env))
      else if (each.value !== null && each.value.type !== 'Literal') {
        const value = child(m, each.value, env)
        if (each.name.type === 'JSXIdentifier') m.set([properties], each.name.name, value, site)
        given.push(value)
      }
    }
    given.push([properties])
    const component = componentOf(m, name, env)
    m.call(component, NOTHING, { list: [[properties]], rest: NOTHING }, site)
  }
  m.force(m.escape(given, site, 'kept'), site)
  return ANYTHING
}
