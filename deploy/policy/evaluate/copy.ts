import type { Machine } from './machine.ts'
import type { Plain, Thing } from './thing.ts'
import { beSure, cellAt } from './things.ts'
import { ANYTHING, NOTHING, union, type Value } from './value.ts'

/** What an object has from where it was spread from; an instance has it of its class. */
const baseOf = (m: Machine, of: Thing): Value =>
  of.is === 'record' && of.class === undefined ? m.read(of.base) : NOTHING

/** Puts what an object has into another. */
export const copy = (m: Machine, from: Value, to: Thing): void => {
  for (const atom of from) {
    if (atom.kind === 'anything') m.write(to.others, ANYTHING)
    // What is not known may have any field.
    if ((atom.kind === 'anything' || (atom.kind === 'thing' && atom.is === 'opaque')) && to.is === 'record')
      to.isKeyed = true
    if (atom.kind !== 'thing' || atom === to) continue
    if (atom.is === 'exotic' && 'base' in to) m.write(to.base, [atom])
    else if (atom.is === 'opaque' || atom.is === 'exotic') m.write(to.others, [atom])
    else {
      m.look(atom)
      for (const [name, cell] of atom.props) m.write(cellAt(to, name), m.read(cell))
      m.write(to.others, m.read(atom.others))
      if ('base' in to) m.write(to.base, baseOf(m, atom))
    }
  }
}

/**
 * Puts what is spread into an object that is being made: fields of one object take the place of those before, where it
 * is the only one that it can be and surely has them.
 */
export const spreadInto = (m: Machine, from: Value, to: Plain, named: Map<string, Value>): void => {
  const [only] = from
  const isOne = from.length === 1
  for (const atom of from) {
    if (
      atom.kind === 'anything' ||
      (atom.kind === 'thing' && (atom.is === 'opaque' || atom.is === 'exotic'))
    ) {
      // It may have any field.
      to.sure = undefined
      m.write(atom.kind === 'thing' && atom.is === 'exotic' ? to.base : to.others, [atom])
    } else if (atom.kind === 'thing') {
      m.look(atom)
      for (const [name, cell] of atom.props) {
        const value = m.read(cell)
        if (value.length === 0) continue
        const isSure =
          isOne && atom === only && atom.is === 'record' && atom.sure?.has(name) === true && !atom.isKeyed
        if (isSure) beSure(to, name)
        named.set(name, isSure ? value : union(named.get(name) ?? NOTHING, value))
      }
      const others = m.read(atom.others)
      const base = baseOf(m, atom)
      if (others.length > 0 || base.length > 0) to.sure = undefined
      m.write(to.others, others)
      m.write(to.base, base)
    }
  }
}
