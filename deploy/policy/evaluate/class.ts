import type { Class, Decorator, MethodDefinition } from '@oxc-project/types'
import { type Cell, cellOf } from './cell.ts'
import { closure, nameFunction } from './closure.ts'
import { argsOf, type Env, within } from './env.ts'
import type { Machine } from './machine.ts'
import { keysOf } from './pattern.ts'
import type { ClassThing } from './thing.ts'
import { cellAt, record } from './things.ts'
import { ANYTHING, NOTHING, textValue, UNDEFINED, union, unionOf, type Value } from './value.ts'

/** The cell under a name, made when it is not there. */
const at = (cells: Map<string, Cell>, name: string): Cell => {
  const found = cells.get(name)
  if (found !== undefined) return found
  const cell = cellOf()
  cells.set(name, cell)
  return cell
}

/** A class where it is written: its methods, and what is static in it. Fields of instances come with each instance. */
export const classValue = (m: Machine, code: Class, outer: Env): Value => {
  const env = within(outer, `k${code.start}`)
  const made = m.make<ClassThing>({ env: outer, node: code }, 'k', (key) => ({
    kind: 'thing',
    is: 'class',
    key,
    code,
    env,
    props: new Map(),
    others: cellOf(),
    lookers: undefined,
    parent: cellOf(),
    members: new Map(),
    getters: new Map(),
    setters: new Map(),
    staticGetters: new Map(),
  }))
  const value: Value = [made]
  if (code.id !== null) m.write(at(env.scope.cells, code.id.name), value)
  if (code.superClass !== null) m.write(made.parent, m.expression(code.superClass, outer))
  for (const element of code.body.body) {
    if (element.type === 'MethodDefinition') method(m, made, element, env)
    else if (element.type === 'StaticBlock') m.runBlock(element.body, { ...env, self: value })
    else if (
      (element.type === 'PropertyDefinition' || element.type === 'AccessorProperty') &&
      element.static
    ) {
      if (element.value !== null) {
        const own: Env = { ...env, self: value }
        for (const name of keysOf(m, element.key, element.computed, env) ?? []) {
          nameFunction(element.value, name)
          m.write(cellAt(made, name), m.expression(element.value, own))
        }
      }
    }
    if (element.type !== 'MethodDefinition' && 'decorators' in element)
      decorate(m, element.decorators, value, env)
  }
  decorate(m, code.decorators, value, env)
  return value
}

/** What a decorator does with what it is put on is for it to say; it is called. */
const decorate = (m: Machine, decorators: ReadonlyArray<Decorator>, on: Value, env: Env): void => {
  for (const each of decorators)
    m.call(m.expression(each.expression, env), UNDEFINED, argsOf(on), { env, node: each })
}

/**
 * A method and what its decorators put in its place, whether they are the standard's, which take the method and give
 * another, or TypeScript's older ones, which change a descriptor.
 */
const decorated = (m: Machine, of: ClassThing, element: MethodDefinition, fn: Value, env: Env): Value => {
  let all = fn
  for (const each of element.decorators) {
    const site = { env, node: each }
    const decorator = m.expression(each.expression, env)
    const older = record(m, site, 'descriptor', { value: fn })
    const context = record(m, site, 'context', { kind: textValue('method'), name: ANYTHING })
    m.write(context.others, ANYTHING)
    const given = m.call(decorator, UNDEFINED, argsOf(fn, [context]), site)
    const changed = m.call(decorator, UNDEFINED, argsOf([of], ANYTHING, [older]), site)
    const replaced = unionOf([given, m.get([older], 'value', site), m.get(changed, 'value', site)])
    all = union(
      all,
      replaced.filter((atom) => atom.kind === 'thing'),
    )
  }
  return all
}

const method = (m: Machine, of: ClassThing, element: MethodDefinition, env: Env): void => {
  if (element.kind === 'constructor' || element.value.body === null) return
  const names = keysOf(m, element.key, element.computed, env)
  for (const name of names ?? []) nameFunction(element.value, name)
  const fn = decorated(m, of, element, closure(m, element.value, env, of), env)
  if (names === undefined) {
    m.write(of.others, fn)
    return
  }
  for (const name of names) {
    if (element.kind === 'get') m.write(at(element.static ? of.staticGetters : of.getters, name), fn)
    else if (element.kind === 'set') m.write(at(of.setters, name), fn)
    else if (element.static) m.write(cellAt(of, name), fn)
    else m.write(at(of.members, name), fn)
  }
}

/** The constructor that a class has written; undefined when it has none. */
export const constructorOf = (of: ClassThing): MethodDefinition | undefined =>
  of.code.body.body.find(
    (each): each is MethodDefinition =>
      each.type === 'MethodDefinition' && each.kind === 'constructor' && each.value.body !== null,
  )

/** Gives an instance the fields of its class. */
export const fields = (m: Machine, of: ClassThing, env: Env): void => {
  for (const element of of.code.body.body) {
    if (element.type !== 'PropertyDefinition' && element.type !== 'AccessorProperty') continue
    if (element.static || element.declare) continue
    const names = keysOf(m, element.key, element.computed, env)
    if (element.value !== null) for (const name of names ?? []) nameFunction(element.value, name)
    const value = element.value === null ? UNDEFINED : m.expression(element.value, env)
    if (names === undefined) m.set(env.self, undefined, value, { env, node: element })
    else for (const name of names) m.set(env.self, name, value, { env, node: element })
  }
}

/** A member of a class or of one that it extends, with the class that has it. */
export const memberOf = (
  m: Machine,
  of: ClassThing,
  name: string,
  table: 'members' | 'getters' | 'setters',
  seen: Set<ClassThing> = new Set(),
): Value => {
  const own = of[table].get(name)
  if (own !== undefined) return m.read(own)
  if (seen.has(of)) return NOTHING
  seen.add(of)
  return m
    .read(of.parent)
    .flatMap((atom) =>
      atom.kind === 'thing' && atom.is === 'class' ? memberOf(m, atom, name, table, seen) : NOTHING,
    )
}
