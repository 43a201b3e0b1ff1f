import type { Class, MethodDefinition } from '@oxc-project/types'
import { declareVariables } from './block.ts'
import { cellIn, cellOf } from './cell.ts'
import { classDecorator, decorated, fieldDecorator, initialised } from './class-decorator.ts'
import { closure, nameFunction } from './closure.ts'
import { argsOf, type Env, type Site, within } from './env.ts'
import type { Machine } from './machine.ts'
import { keysOf } from './pattern.ts'
import type { ClassThing, Plain } from './thing.ts'
import { cellAt, NO_PROPS, plain } from './things.ts'
import { NOTHING, UNDEFINED, unionOf, type Value } from './value.ts'

/** A class where it is written: its methods, and what is static in it. Fields of instances come with each instance. */
export const classValue = (m: Machine, code: Class, outer: Env): Value => {
  const env = within(outer, `k${code.start}`)
  const made = m.make<ClassThing>({ env: outer, node: code }, 'k', (key) => ({
    kind: 'thing',
    is: 'class',
    key,
    code,
    env,
    props: NO_PROPS,
    others: cellOf(),
    lookers: undefined,
    parent: cellOf(),
    members: new Map(),
    getters: new Map(),
    setters: new Map(),
    staticGetters: new Map(),
  }))
  const value: Value = [made]
  if (code.id !== null) m.write(cellIn(env.scope.cells, code.id.name), value)
  if (code.superClass !== null) m.write(made.parent, m.expression(code.superClass, outer))
  for (const element of code.body.body) {
    if (element.type === 'MethodDefinition') method(m, made, element, env)
    else if (element.type === 'StaticBlock') {
      const own = { ...within(env, `s${element.start}`), self: value }
      declareVariables(element.body, own)
      m.runBlock(element.body, own)
    } else if (
      (element.type === 'PropertyDefinition' || element.type === 'AccessorProperty') &&
      element.static
    ) {
      const names = keysOf(m, element.key, element.computed, env)
      if (element.value !== null) for (const name of names ?? []) nameFunction(element.value, name)
      const own: Env = { ...env, self: value }
      const first = element.value === null ? UNDEFINED : m.expression(element.value, own)
      const all = initialised(m, made, element, first, value, env)
      if (names === undefined) m.write(made.others, all)
      else for (const name of names) m.write(cellAt(made, name), all)
    }
    if (element.type === 'PropertyDefinition' || element.type === 'AccessorProperty')
      for (const each of element.decorators) fieldDecorator(m, made, element, each, env)
  }
  const replaced = code.decorators.reduceRight((on, each) => classDecorator(m, each, on, env), value)
  if (code.id !== null) m.write(cellIn(env.scope.cells, code.id.name), replaced)
  return replaced
}

/** What `C.prototype` is: what is put into it is a member of every instance. */
const prototypeOf = (m: Machine, of: ClassThing): Plain | undefined => {
  const cell = cellAt(of, 'prototype')
  if (cell.value.length === 0) m.write(cell, [{ ...plain(`${of.key}.prototype`, 'record'), class: of }])
  return m.read(cell).find((atom): atom is Plain => atom.kind === 'thing' && atom.is === 'record')
}

const method = (m: Machine, of: ClassThing, element: MethodDefinition, env: Env): void => {
  if (element.kind === 'constructor' || element.value.body === null) return
  const names = keysOf(m, element.key, element.computed, env)
  for (const name of names ?? []) nameFunction(element.value, name)
  const fn = decorated(m, of, element, closure(m, element.value, env, of), env)
  if (names === undefined) {
    const put = element.static ? of : prototypeOf(m, of)
    if (put !== undefined) m.write(put.others, fn)
    return
  }
  for (const name of names) {
    if (element.kind === 'get') m.write(cellIn(element.static ? of.staticGetters : of.getters, name), fn)
    else if (element.kind === 'set' && element.static) m.write(cellAt(of, `set ${name}`), fn)
    else if (element.kind === 'set') m.write(cellIn(of.setters, name), fn)
    else if (element.static) m.write(cellAt(of, name), fn)
    else m.write(cellIn(of.members, name), fn)
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
    const first = element.value === null ? UNDEFINED : m.expression(element.value, env)
    const value = initialised(m, of, element, first, env.self, env)
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
  if (seen.has(of)) return NOTHING
  seen.add(of)
  const own = of[table].get(name)
  const found = unionOf([own === undefined ? NOTHING : m.read(own), put(m, of, PREFIX[table] + name)])
  if (found.length > 0) return found
  return m
    .read(of.parent)
    .flatMap((atom) =>
      atom.kind === 'thing' && atom.is === 'class' ? memberOf(m, atom, name, table, seen) : NOTHING,
    )
}

const PREFIX = { members: '', getters: 'get ', setters: 'set ' } as const

/** What was put into the prototype of a class after it was written. */
const put = (m: Machine, of: ClassThing, name: string): Value =>
  unionOf(
    m.read(cellAt(of, 'prototype')).map((atom): Value => {
      if (atom.kind !== 'thing') return NOTHING
      m.look(atom)
      const cell = atom.props.get(name)
      return cell === undefined ? NOTHING : m.read(cell)
    }),
  )

/** All that an instance has of its class and of those that it extends. */
export const everyMember = (
  m: Machine,
  of: ClassThing,
  self: Value,
  site: Site,
  seen: Set<ClassThing> = new Set(),
): Value => {
  if (seen.has(of)) return NOTHING
  seen.add(of)
  const own = [...of.members.values()].map(m.read)
  const got = [...of.getters.values()].map((each) => m.call(m.read(each), self, argsOf(), site))
  const prototypes = m.read(cellAt(of, 'prototype')).map((atom): Value => {
    if (atom.kind !== 'thing') return NOTHING
    m.look(atom)
    return unionOf([...[...atom.props.values()].map(m.read), m.read(atom.others)])
  })
  const inherited = m
    .read(of.parent)
    .map((atom) =>
      atom.kind === 'thing' && atom.is === 'class' ? everyMember(m, atom, self, site, seen) : NOTHING,
    )
  return unionOf([...own, ...got, ...prototypes, ...inherited])
}
