import { argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Plain } from '../thing.ts'
import { array, beSure, cellAt, plain } from '../things.ts'
import {
  ANYTHING,
  literalTexts,
  NOTHING,
  notNullish,
  textValue,
  UNDEFINED,
  union,
  unionOf,
  type Value,
} from '../value.ts'
import { type Behaviour, tableOf, unlisted } from './table.ts'

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

const entriesOf = (m: Machine, map: Plain): ReadonlyArray<readonly [string, Value]> => {
  m.look(map)
  return [...map.props].flatMap(([name, cell]) => {
    const value = name.startsWith(ENTRY) ? m.read(cell) : NOTHING
    return value.length === 0 ? [] : [[name.slice(ENTRY.length), value] as const]
  })
}

/** A key of which nothing is known: one of those that are things, or whatever else. */
const otherKeys = (others: Value): Value =>
  others.length === 0
    ? NOTHING
    : union(
        others.filter(({ kind }) => kind === 'thing'),
        ANYTHING,
      )

/** What is under a name, which may be nothing before it is set. */
const entryAt = (m: Machine, map: Plain, name: string): Value => {
  const found = m.read(cellAt(map, ENTRY + name))
  return map.sure?.has(ENTRY + name) && found.length > 0 ? found : union(found, UNDEFINED)
}

/** From now on nothing is surely there. */
const unsure = (m: Machine, map: Plain, but: ReadonlySet<string>): void => {
  for (const name of map.sure ?? [])
    if (!but.has(name)) {
      map.sure?.delete(name)
      m.write(cellAt(map, name), UNDEFINED)
    }
}

/** Maps that something is taken out of. */
const lost = new WeakSet<Plain>()

const losing: Behaviour = (m, _, self) => {
  for (const map of maps(self)) {
    lost.add(map)
    unsure(m, map, new Set())
  }
  return ANYTHING
}

const getting: Behaviour = (m, args, self) =>
  unionOf(
    maps(self).map((map) => {
      const names = literalTexts(argument(args, 0))
      if (names === undefined || names.length === 0) return union(valuesOf(m, map), UNDEFINED)
      return unionOf([...names.map((name) => entryAt(m, map, name)), m.read(map.others)])
    }),
  )

const listed: Behaviour = (m, _, self, site) => {
  const { each, others } = m.iterate(self, site)
  return [array(m, site, 'listed', each, others)]
}

const valuesOf = (m: Machine, map: Plain): Value =>
  unionOf([...entriesOf(m, map).map(([, value]) => value), m.read(map.others)])

const MAP: Readonly<Record<string, Behaviour>> = {
  get: getting,
  getOrInsert: (m, args, self, site) => {
    for (const map of maps(self)) setEntry(m, map, argument(args, 0), argument(args, 1))
    return getting(m, args, self, site)
  },
  getOrInsertComputed: (m, args, self, site) => {
    const value = m.call(argument(args, 1), UNDEFINED, argsOf(argument(args, 0)), site)
    for (const map of maps(self)) setEntry(m, map, argument(args, 0), value)
    return getting(m, args, self, site)
  },
  set: (m, args, self) => {
    for (const map of maps(self)) setEntry(m, map, argument(args, 0), argument(args, 1))
    return self
  },
  has: () => ANYTHING,
  delete: losing,
  clear: losing,
  forEach: (m, args, self, site) => {
    const [callback, on] = [argument(args, 0), argument(args, 1)]
    for (const map of maps(self)) {
      for (const [name, value] of entriesOf(m, map))
        m.call(callback, on, argsOf(value, textValue(name), self), site)
      const others = m.read(map.others)
      if (others.length > 0) m.call(callback, on, argsOf(others, otherKeys(others), self), site)
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
      unionOf(maps(self).map((map) => otherKeys(m.read(map.others)))),
    ),
  ],
  entries: listed,
  '@@iterator': listed,
}

const elementsIn = (m: Machine, of: Value, site: Site): Value => {
  const { each, others } = m.iterate(of, site)
  return unionOf([...each, others])
}

/** A Set of what is in either. */
const combined: Behaviour = (m, args, self, site) => {
  const made = m.make(site, 'combined', (key) => plain(key, 'set'))
  const other = argument(args, 0)
  m.write(made.others, unionOf([elementsIn(m, self, site), keysOf(m, other, site)]))
  return [made]
}

/** What another collection goes over when a Set asks it. */
const keysOf = (m: Machine, other: Value, site: Site): Value =>
  unionOf(
    other.map((atom): Value => {
      if (atom.kind !== 'thing') return atom.kind === 'anything' ? ANYTHING : NOTHING
      if (atom.is === 'set') return elementsIn(m, [atom], site)
      return elementsIn(m, m.call(m.get([atom], 'keys', site), [atom], argsOf(), site), site)
    }),
  )

const asked: Behaviour = (m, args, _, site) => {
  keysOf(m, argument(args, 0), site)
  return ANYTHING
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
      if (element.length > 0)
        m.call(argument(args, 0), argument(args, 1), argsOf(element, element, self), site)
    return UNDEFINED
  },
  values: listed,
  keys: listed,
  '@@iterator': listed,
  entries: (m, _, self, site) => {
    const { each, others } = m.iterate(self, site)
    return [
      array(
        m,
        site,
        'entries',
        each.map((element, index): Value => [array(m, site, `entry${index}`, [element, element])]),
        others.length === 0 ? NOTHING : [array(m, site, 'entry', [others, others])],
      ),
    ]
  },
  union: combined,
  intersection: combined,
  difference: combined,
  symmetricDifference: combined,
  isSubsetOf: asked,
  isSupersetOf: asked,
  isDisjointFrom: asked,
}

const mapTable = tableOf('map', MAP)
const setTable = tableOf('set', SET)

/** A method of a Map or a Set. */
export const collectionMember = (m: Machine, thing: Plain, key: string): Value | undefined =>
  (thing.is === 'map' ? mapTable(m, key) : setTable(m, key)) ?? unlisted(m, thing, key)

/** `new Map(…)` or `new Set(…)`, and those whose keys are held weakly. */
export const collection = (m: Machine, is: 'map' | 'set', of: Value, site: Site): Value => {
  const made = m.make(site, is, (key) => plain(key, is))
  const { each, others } = m.iterate(of, site)
  if (is === 'set') {
    each.forEach((element, index) => {
      m.write(cellAt(made, String(index)), element)
    })
    m.write(made.others, others)
  } else {
    const sure = new Set<string>()
    for (const pair of [...each, others]) {
      if (pair.length === 0) continue
      const key = m.get(pair, '0', site)
      setEntry(m, made, key, m.get(pair, '1', site))
      const names = literalTexts(notNullish(key)) ?? []
      if (pair !== others && names.length === 1 && names[0] !== undefined) sure.add(ENTRY + names[0])
    }
    unsure(m, made, sure)
    for (const name of sure) if (!lost.has(made)) beSure(made, name)
  }
  return [made]
}
