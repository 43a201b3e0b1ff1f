import { copy, spreadInto } from '../copy.ts'
import { type Args, argsOf, argument, everyArgument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Thing } from '../thing.ts'
import { array, cellAt, record } from '../things.ts'
import {
  ANYTHING,
  literalTexts,
  NOTHING,
  textValue,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from '../value.ts'
import { askTrap, isProxy } from './proxy.ts'
import { type Behaviour, tableOf } from './table.ts'

/** The properties of a value by name, and what may be under others. */
const fieldsOf = (
  m: Machine,
  value: Value,
  site: Site,
): { readonly named: ReadonlyMap<string, Value>; readonly others: Value } => {
  const named = new Map<string, Value>()
  let others: Value = NOTHING
  for (const atom of value) {
    if (atom.kind === 'thing' && atom.is === 'exotic' && atom.names !== undefined) {
      for (const name of atom.names())
        named.set(name, unionOf([named.get(name) ?? NOTHING, atom.get(name, site)]))
      continue
    }
    if (atom.kind === 'anything' || (atom.kind === 'thing' && (atom.is === 'opaque' || atom.is === 'exotic')))
      others = unionOf([others, atom.kind === 'thing' ? [atom] : ANYTHING])
    if (atom.kind !== 'thing') continue
    if (isProxy(atom)) askTrap(m, atom.payload, 'ownKeys', [], site)
    m.look(atom)
    for (const [name, cell] of [...atom.props]) {
      if (/^set /.test(name)) continue
      const found = m.read(cell)
      if (found.length === 0) continue
      const accessed = /^get /.test(name) ? name.slice(4) : undefined
      const value = accessed === undefined ? found : m.get([atom], accessed, site)
      const under = accessed ?? name
      named.set(under, unionOf([named.get(under) ?? NOTHING, value]))
    }
    if (atom.is !== 'opaque') others = unionOf([others, m.read(atom.others)])
  }
  return { named, others }
}

const listing =
  (element: (m: Machine, name: Value, value: Value, site: Site, tag: string) => Value): Behaviour =>
  (m, args, _, site) => {
    const { named, others } = fieldsOf(m, argument(args, 0), site)
    const each = [...named].map(([name, value]) => element(m, textValue(name), value, site, name))
    return [
      array(m, site, 'list', each, others.length === 0 ? NOTHING : element(m, ANYTHING, others, site, '?')),
    ]
  }

/** The objects that hold nothing but what was assigned to them, and what that is. */
const filled = new WeakMap<Thing, ReadonlySet<string>>()

const assigned: Behaviour = (m, args) => {
  const [target = NOTHING, ...sources] = everyArgument(args)
  for (const atom of target) {
    if (atom.kind !== 'thing') continue
    // Into an object that is made for it, in order.
    if (atom.is === 'record' && [...atom.props.keys()].every((name) => filled.get(atom)?.has(name))) {
      const named = new Map<string, Value>()
      for (const source of sources) spreadInto(m, source, atom, named)
      filled.set(atom, new Set(named.keys()))
      for (const [name, value] of named) m.write(cellAt(atom, name), value)
    } else for (const source of sources) copy(m, source, atom)
  }
  return target
}

const defined: Behaviour = (m, args, _, site) =>
  define(m, argument(args, 0), literalTexts(argument(args, 1)), argument(args, 2), site)

/** Each property of an object of descriptors. */
const defineAll = (m: Machine, target: Value, descriptors: Value, site: Site): Value => {
  const { named, others } = fieldsOf(m, descriptors, site)
  for (const [name, descriptor] of named) define(m, target, [name], descriptor, site)
  if (others.length > 0) define(m, target, undefined, others, site)
  return target
}

const define = (
  m: Machine,
  target: Value,
  names: ReadonlyArray<string> | undefined,
  descriptor: Value,
  site: Site,
): Value => {
  const value = m.get(descriptor, 'value', site)
  const got = m.get(descriptor, 'get', site)
  const setter = m.get(descriptor, 'set', site).filter(({ kind }) => kind === 'thing')
  for (const name of names ?? []) {
    m.set(
      target,
      name,
      value.filter((atom) => atom.kind !== 'literal' || atom.value !== undefined),
      site,
    )
    for (const atom of target)
      if (atom.kind === 'thing' && got.some(({ kind }) => kind === 'thing'))
        m.write(cellAt(atom, `get ${name}`), got)
    for (const atom of target) if (atom.kind === 'thing') m.write(cellAt(atom, `set ${name}`), setter)
  }
  if (names === undefined) m.set(target, undefined, union(value, m.call(got, target, argsOf(), site)), site)
  return target
}

/** Calls the callback of a `groupBy` with each element, and gives each group with its keys; undefined when not known. */
export const grouped = (
  m: Machine,
  args: Args,
  site: Site,
  put: (names: ReadonlyArray<string> | undefined, group: Value) => void,
): void => {
  const { each, others } = m.iterate(argument(args, 0), site)
  for (const element of [...each, others]) {
    if (element.length === 0) continue
    const key = m.call(argument(args, 1), UNDEFINED, argsOf(element, ANYTHING), site)
    const names = literalTexts(key)
    put(names, [array(m, site, `group${names?.join() ?? '?'}`, [], element)])
  }
}

const same: Behaviour = (_, args) => argument(args, 0)

const table = tableOf('Object', {
  keys: listing((_, name) => name),
  values: listing((_, __, value) => value),
  entries: listing((m, name, value, site, tag) => [array(m, site, `pair${tag}`, [name, value])]),
  fromEntries: (m, args, _, site) => {
    const made = record(m, site, 'entries', {})
    const { each, others } = m.iterate(argument(args, 0), site)
    for (const pair of [...each, others]) {
      if (pair.length === 0) continue
      const names = literalTexts(m.get(pair, '0', site))
      const value = m.get(pair, '1', site)
      if (names === undefined || names.length === 0) m.write(made.others, value)
      else for (const name of names) m.write(cellAt(made, name), value)
    }
    return [made]
  },
  assign: assigned,
  freeze: same,
  seal: same,
  preventExtensions: same,
  create: (m, args, _, site) => {
    const made = record(m, site, 'create', {})
    m.write(
      made.base,
      argument(args, 0).filter(({ kind }) => kind === 'thing'),
    )
    return defineAll(m, [made], argument(args, 1), site)
  },
  setPrototypeOf: (m, args) => {
    for (const atom of argument(args, 0))
      if (atom.kind === 'thing' && atom.is === 'record')
        m.write(
          atom.base,
          argument(args, 1).filter(({ kind }) => kind === 'thing'),
        )
    return argument(args, 0)
  },
  getPrototypeOf: same,
  defineProperty: defined,
  defineProperties: (m, args, _, site) => defineAll(m, argument(args, 0), argument(args, 1), site),
  'Reflect.defineProperty': (m, args, self, site) => {
    defined(m, args, self, site)
    return ANYTHING
  },
  'Reflect.set': (m, args, _, site) => {
    const names = literalTexts(argument(args, 1)) ?? [undefined]
    for (const name of names) m.set(argument(args, 0), name, argument(args, 2), site)
    return ANYTHING
  },
  'Reflect.get': (m, args, _, site) => {
    const names = literalTexts(argument(args, 1))
    const target = argument(args, 0)
    return names === undefined
      ? m.get(target, undefined, site)
      : unionOf(names.map((name) => m.get(target, name, site)))
  },
  'Reflect.apply': (m, args, _, site) => {
    const { each, others } = m.iterate(argument(args, 2), site)
    return m.call(argument(args, 0), argument(args, 1), { list: each, rest: others }, site)
  },
  'Reflect.construct': (m, args, _, site) => {
    const { each, others } = m.iterate(argument(args, 1), site)
    return m.construct(argument(args, 0), { list: each, rest: others }, site)
  },
  groupBy: (m, args, _, site) => {
    const made = record(m, site, 'groups', {})
    grouped(m, args, site, (names, group) => {
      if (names === undefined) m.write(made.others, group)
      else for (const name of names) m.write(cellAt(made, name), group)
    })
    return [made]
  },
})

/** A function of `Object` or, with that before its name, of `Reflect`. */
export const objectStatic = (m: Machine, key: string): Value | undefined => table(m, key)
