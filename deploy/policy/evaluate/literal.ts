import type {
  Argument,
  ObjectExpression,
  TaggedTemplateExpression,
  TemplateLiteral,
} from '@oxc-project/types'
import { spread } from './call-expression.ts'
import { nameFunction } from './closure.ts'
import { spreadInto } from './copy.ts'
import { argsOf, type Env, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { keysOf } from './pattern.ts'
import { array, beSure, cellAt, record } from './things.ts'
import { concatenated, NOTHING, textValue, UNDEFINED, union, type Value } from './value.ts'
import { written } from './written.ts'

/** A text of literal parts and expressions. */
export const template = (m: Machine, node: TemplateLiteral, env: Env): Value =>
  concatenated(
    node.quasis.flatMap(({ value }, index) => {
      const expression = node.expressions[index]
      const cooked = textValue(value.cooked ?? '')
      return expression === undefined
        ? [cooked]
        : [cooked, written(m, m.expression(expression, env), { env, node: expression })]
    }),
  )

/** A template that a function is called with. */
export const tagged = (m: Machine, node: TaggedTemplateExpression, site: Site): Value => {
  const { quasis, expressions } = node.quasi
  const cooked = array(
    m,
    site,
    'strings',
    quasis.map(({ value }) => textValue(value.cooked ?? '')),
  )
  const raw = array(
    m,
    site,
    'raw',
    quasis.map(({ value }) => textValue(value.raw)),
  )
  m.write(cellAt(cooked, 'raw'), [raw])
  const values = expressions.map((each) => m.expression(each, site.env))
  const isMember = node.tag.type === 'MemberExpression' && node.tag.object.type !== 'Super'
  // A tag that is a method knows what it is a method of.
  const self =
    node.tag.type === 'MemberExpression' && isMember ? m.expression(node.tag.object, site.env) : UNDEFINED
  return m.call(m.expression(node.tag, site.env), self, argsOf([cooked], ...values), site)
}

/** An array literal. */
export const arrayOf = (m: Machine, elements: ReadonlyArray<Argument | null>, site: Site): Value => {
  const { list, rest } = spread(m, elements, site.env)
  return [array(m, site, 'array', list, rest)]
}

/** An object literal. What comes later takes the place of what came before under the same name. */
export const objectOf = (m: Machine, node: ObjectExpression, site: Site): Value => {
  const { env } = site
  const made = record(m, site, 'object', {})
  const named = new Map<string, Value>()
  made.sure = undefined
  made.isLiteral = true
  for (const each of node.properties) {
    if (each.type === 'SpreadElement') {
      spreadInto(m, m.expression(each.argument, env), made, named)
      continue
    }
    const names = keysOf(m, each.key, each.computed, env)
    for (const name of names ?? []) nameFunction(each.value, name)
    const value = m.expression(each.value, env)
    if (names === undefined) m.write(made.others, value)
    for (const name of names ?? []) {
      if (each.kind !== 'init') m.write(cellAt(made, `${each.kind} ${name}`), value)
      else if (names?.length === 1) {
        named.set(name, value)
        beSure(made, name)
      } else named.set(name, union(named.get(name) ?? NOTHING, value))
    }
  }
  for (const [name, value] of named) m.write(cellAt(made, name), value)
  return [made]
}
