import { argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Plain } from '../thing.ts'
import { array, cellAt, plain } from '../things.ts'
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
import { type Behaviour, tableOf } from './table.ts'

/** Before the keys of a Map's entries, which are no properties. */
export const ENTRY = 'entry '

const maps = (self: Value): ReadonlyArray<Plain> =>
  self.flatMap((atom) => (atom.kind === 'thing' && atom.is === 'map' ? [atom] : []))

const setEntry = (m: Machine, map: Plain, key: Value, value: Value): void => {
  const names = literalTexts(key)
  if (names === undefined || names.length === 0) {
    m.write(map.others, value)
    // What is a key is kept as well: it may be gone over.
    m.write(
      map.others,
      key.filter((atom) => atom.kind === 'thing'),
    )
  } else for (const name of names) m.write(cellAt(map, ENTRY + name), value)
}

const entriesOf = (m: Machine, map: Plain): ReadonlyArray<readonly [string, Value]> =>
  [...map.props].flatMap(([name, cell]) => {
    const value = name.startsWith(ENTRY) ? m.read(cell) : NOTHING
    return value.length === 0 ? [] : [[name.slice(ENTRY.length), value] as const]
  })

const valuesOf = (m: Machine, map: Plain): Value =>
  unionOf([...entriesOf(m, map).map(([, value]) => value), m.read(map.others)])

const MAP: Readonly<Record<string, Behaviour>> = {
  get: (m, args, self) =>
    unionOf(
      maps(self).map((map) => {
        const names = literalTexts(argument(args, 0))
        if (names === undefined || names.length === 0) return union(valuesOf(m, map), UNDEFINED)
        const found = unionOf([...names.map((name) => m.read(cellAt(map, ENTRY + name))), m.read(map.others)])
        return found.length === 0 ? UNDEFINED : found
      }),
    ),
  set: (m, args, self) => {
    for (const map of maps(self)) setEntry(m, map, argument(args, 0), argument(args, 1))
    return self
  },
  has: () => ANYTHING,
  delete: () => ANYTHING,
  clear: () => UNDEFINED,
  forEach: (m, args, self, site) => {
    for (const map of maps(self)) {
      for (const [name, value] of entriesOf(m, map))
        m.call(argument(args, 0), UNDEFINED, argsOf(value, textValue(name), self), site)
      const others = m.read(map.others)
      if (others.length > 0) m.call(argument(args, 0), UNDEFINED, argsOf(others, ANYTHING, self), site)
    }
    return UNDEFINED
  },
  values: (m, _, self, site) => [
    array(
      m,
      site,
      'values',
      maps(self).flatMap((map) => entriesOf(m, map).map(([, value]) => value)),
      unionOf(maps(self).map((map) => m.read(map.others))),
    ),
  ],
  keys: (m, _, self, site) => [
    array(
      m,
      site,
      'keys',
      maps(self).flatMap((map) => entriesOf(m, map).map(([name]) => textValue(name))),
      unionOf(maps(self).map((map) => (m.read(map.others).length > 0 ? ANYTHING : NOTHING))),
    ),
  ],
  entries: (_, __, self) => self,
}

const SET: Readonly<Record<string, Behaviour>> = {
  add: (m, args, self) => {
    for (const atom of self)
      if (atom.kind === 'thing' && atom.is === 'set') m.write(atom.others, argument(args, 0))
    return self
  },
  has: () => ANYTHING,
  delete: () => ANYTHING,
  clear: () => UNDEFINED,
  forEach: (m, args, self, site) => {
    const { each, others } = m.iterate(self, site)
    for (const element of [...each, others])
      if (element.length > 0) m.call(argument(args, 0), UNDEFINED, argsOf(element, element, self), site)
    return UNDEFINED
  },
  values: (_, __, self) => self,
  keys: (_, __, self) => self,
}

const mapTable = tableOf('map', MAP)
const setTable = tableOf('set', SET)

/** A method of a Map or a Set. */
export const collectionMember = (m: Machine, thing: Plain, key: string): Value | undefined =>
  thing.is === 'map' ? mapTable(m, key) : setTable(m, key)

/** `new Map(…)` or `new Set(…)`, and those whose keys are held weakly. */
export const collection = (m: Machine, is: 'map' | 'set', of: Value, site: Site): Value => {
  const made = m.make(site, is, (key) => plain(key, is))
  const { each, others } = m.iterate(of, site)
  if (is === 'set') {
    each.forEach((element, index) => {
      m.write(cellAt(made, String(index)), element)
    })
    m.write(made.others, others)
  } else
    for (const pair of [...each, others]) {
      if (pair.length === 0) continue
      setEntry(m, made, m.get(pair, '0', site), m.get(pair, '1', site))
    }
  return [made]
}
