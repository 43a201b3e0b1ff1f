import { type Cell, cellOf } from '../cell.ts'
import { argsOf, argument, everyArgument, type Site } from '../env.ts'
import { everyElement } from '../iterate.ts'
import type { Iterated, Machine } from '../machine.ts'
import type { Plain } from '../thing.ts'
import { array } from '../things.ts'
import { ANYTHING, NOTHING, number, UNDEFINED, union, unionOf, type Value } from '../value.ts'
import type { Behaviour } from './table.ts'

const isArray = (atom: Value[number]): atom is Plain => atom.kind === 'thing' && atom.is === 'array'

/** What is in arrays, in no order where one of them has been changed in place. */
export const elementsOf = (m: Machine, of: Value, site: Site): Iterated => {
  const elements = m.iterate(of, site)
  return of.some((atom) => isArray(atom) && atom.isKeyed)
    ? { each: [], others: everyElement(elements) }
    : elements
}

/** After this any element, and what is added, may be anywhere in an array, or nowhere. */
const moved = (m: Machine, self: Value, added: Value, site: Site): void => {
  for (const atom of self) {
    if (!isArray(atom)) continue
    const inside = m.iterate([atom], site)
    const before = m.read(atom.others)
    const isFirst = !atom.isKeyed
    reversals.delete(atom)
    atom.isKeyed = true
    // Where nothing may be any more, nothing is read.
    atom.isLiteral = true
    const after = unionOf([before, everyElement(inside), added])
    // Whoever has read it as it was reads it again.
    m.write(
      atom.others,
      isFirst && after === before && inside.each.length > 0 ? union(after, UNDEFINED) : after,
    )
  }
}

const anyOf = (m: Machine, self: Value, site: Site): Value =>
  union(everyElement(m.iterate(self, site)), UNDEFINED)

const taking: Behaviour = (m, _, self, site) => {
  moved(m, self, NOTHING, site)
  return anyOf(m, self, site)
}

const moving: Behaviour = (m, _, self, site) => {
  moved(m, self, NOTHING, site)
  return self
}

/** Where an array is reversed, when nothing else moves its elements. */
const reversals = new WeakMap<Plain, number>()

/** What is made and reversed in one call is known in its new order; the array itself may be read before and after. */
const reversing: Behaviour = (m, _, self, site) => {
  const [only] = self
  const isOwn =
    self.length === 1 &&
    only !== undefined &&
    isArray(only) &&
    (only.isKeyed ? reversals.get(only) === site.node.start : m.read(only.others).length === 0) &&
    [...(site.env.activation.made?.values() ?? [])].includes(only)
  const { each, others } = m.iterate(self, site)
  moved(m, self, NOTHING, site)
  if (!isOwn) return self
  reversals.set(only, site.node.start)
  const known = unionOf(each)
  const isAll = others.every(({ key }) => known.some((atom) => atom.key === key))
  return isAll ? [array(m, site, 'reverse', [...each].reverse())] : self
}

/** Calls what puts elements in order with any two of them. */
const compared = (m: Machine, callback: Value, all: Value, site: Site): Value =>
  m.call(callback, UNDEFINED, argsOf(all, all), site)

const unordered = (m: Machine, all: Value, site: Site): Value => [array(m, site, 'some', [], all)]

/** Methods that change an array, and those that give a changed one. */
export const CHANGES: Readonly<Record<string, Behaviour>> = {
  push: (m, args, self) => {
    const added = unionOf(everyArgument(args))
    for (const atom of self) if (isArray(atom)) m.write(atom.others, added)
    return ANYTHING
  },
  unshift: (m, args, self, site) => {
    moved(m, self, unionOf(everyArgument(args)), site)
    return ANYTHING
  },
  splice: (m, args, self, site) => {
    moved(m, self, unionOf([...args.list.slice(2), args.rest]), site)
    return unordered(m, everyElement(m.iterate(self, site)), site)
  },
  toSpliced: (m, args, self, site) =>
    unordered(m, unionOf([everyElement(m.iterate(self, site)), ...args.list.slice(2), args.rest]), site),
  with: (m, args, self, site) =>
    unordered(m, union(everyElement(m.iterate(self, site)), argument(args, 1)), site),
  fill: (m, args, self, site) => {
    moved(m, self, argument(args, 0), site)
    return self
  },
  copyWithin: moving,
  reverse: reversing,
  toReversed: (m, _, self, site) => {
    const { each, others } = elementsOf(m, self, site)
    return [
      array(
        m,
        site,
        'reverse',
        others.length > 0 ? [] : [...each].reverse(),
        unionOf([...(others.length > 0 ? each : []), others]),
      ),
    ]
  },
  sort: (m, args, self, site) => {
    compared(m, argument(args, 0), everyElement(m.iterate(self, site)), site)
    return moving(m, args, self, site)
  },
  toSorted: (m, args, self, site) => {
    const all = everyElement(m.iterate(self, site))
    compared(m, argument(args, 0), all, site)
    return unordered(m, all, site)
  },
  pop: taking,
  shift: taking,
}

const lengths = new WeakMap<Plain, Cell>()

/** How many elements an array has; all that it was found to have, while it is filled one by one. */
export const lengthOf = (m: Machine, thing: Plain): Value => {
  m.look(thing)
  let count = 0
  for (const [name, cell] of thing.props) if (/^\d+$/.test(name) && m.read(cell).length > 0) count += 1
  if (m.read(thing.others).length > 0 || thing.isKeyed) return ANYTHING
  const length = lengths.get(thing) ?? cellOf()
  lengths.set(thing, length)
  m.write(length, number(count))
  const all = m.read(length)
  return all.length > 2 ? ANYTHING : all
}
