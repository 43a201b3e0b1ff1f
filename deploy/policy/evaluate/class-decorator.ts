import type { AccessorProperty, Decorator, MethodDefinition, PropertyDefinition } from '@oxc-project/types'
import { type Cell, cellOf } from './cell.ts'
import { argsOf, type Env, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import type { ClassThing } from './thing.ts'
import { record } from './things.ts'
import { ANYTHING, textValue, UNDEFINED, union, unionOf, type Value } from './value.ts'

const contextOf = (m: Machine, site: Site, kind: string): Value => {
  const context = record(m, site, 'context', { kind: textValue(kind), name: ANYTHING })
  m.write(context.others, ANYTHING)
  return [context]
}

/** A class, or what its decorator puts in its place. */
export const classDecorator = (m: Machine, decorator: Decorator, on: Value, env: Env): Value => {
  const site: Site = { env, node: decorator }
  const args = argsOf(on, contextOf(m, site, 'class'))
  const given = m.call(m.expression(decorator.expression, env), UNDEFINED, args, site)
  const made = given.filter(
    ({ kind, ...atom }) => kind === 'thing' && 'is' in atom && /^(?:class|function)$/.test(atom.is),
  )
  if (made.length === 0) return on
  return made.length === given.length ? made : union(on, made)
}

type Field = PropertyDefinition | AccessorProperty

/** What decorators have given for fields: functions that make their first values. */
const initialisers = new WeakMap<ClassThing, Map<Field, Cell>>()

const initialiserOf = (of: ClassThing, field: Field): Cell => {
  const all = initialisers.get(of) ?? new Map<Field, Cell>()
  initialisers.set(of, all)
  const found = all.get(field) ?? cellOf()
  all.set(field, found)
  return found
}

/** Calls the decorator of a field, as the standard says and as TypeScript's older ones are called. */
export const fieldDecorator = (m: Machine, of: ClassThing, field: Field, node: Decorator, env: Env): void => {
  const site: Site = { env, node }
  const decorator = m.expression(node.expression, env)
  const context = contextOf(m, site, field.type === 'AccessorProperty' ? 'accessor' : 'field')
  const given = m.call(decorator, UNDEFINED, argsOf(UNDEFINED, context), site)
  m.call(decorator, UNDEFINED, argsOf([of], ANYTHING, UNDEFINED), site)
  m.write(
    initialiserOf(of, field),
    given.filter(({ kind }) => kind === 'thing'),
  )
}

/** The first value of a field, as its decorators make it. */
export const initialised = (
  m: Machine,
  of: ClassThing,
  field: Field,
  first: Value,
  self: Value,
  env: Env,
): Value => {
  const given = m.read(initialiserOf(of, field))
  if (given.length === 0) return first
  const site: Site = { env, node: field }
  if (field.type === 'PropertyDefinition') return union(first, m.call(given, self, argsOf(first), site))
  const parts = ['init', 'get', 'set'].map((name) =>
    m.call(
      m.get(given, name, site).filter(({ kind }) => kind === 'thing'),
      self,
      argsOf(first),
      site,
    ),
  )
  return unionOf([first, ...parts])
}

/**
 * A method and what its decorators put in its place, whether they are the standard's, which take the method and give
 * another, or TypeScript's older ones, which change a descriptor.
 */
export const decorated = (
  m: Machine,
  of: ClassThing,
  element: MethodDefinition,
  fn: Value,
  env: Env,
): Value => {
  let all = fn
  for (const each of element.decorators) {
    const site = { env, node: each }
    const decorator = m.expression(each.expression, env)
    const older = record(m, site, 'descriptor', { value: fn })
    const given = m.call(decorator, UNDEFINED, argsOf(fn, contextOf(m, site, 'method')), site)
    const changed = m.call(decorator, UNDEFINED, argsOf([of], ANYTHING, [older]), site)
    const replaced = unionOf([given, m.get([older], 'value', site), m.get(changed, 'value', site)])
    all = union(
      all,
      replaced.filter((atom) => atom.kind === 'thing'),
    )
  }
  return all
}
