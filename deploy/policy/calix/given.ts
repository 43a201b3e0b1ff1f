import { spreadInto } from '../evaluate/copy.ts'
import { argsOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import { isFailure, isReader, succeeded } from '../evaluate/opaque.ts'
import type { Plain } from '../evaluate/thing.ts'
import { cellAt } from '../evaluate/things.ts'
import { ANYTHING, NOTHING, UNDEFINED, union, unionOf, type Value } from '../evaluate/value.ts'

/** Tasks of tasks have no end. */
const MOST_DEEP = 3

/** The records that a provider gives, out of its `Either`, its task, its reader or its promise. */
export const recordsIn = (m: Machine, value: Value, needs: Value, site: Site, depth = 0): Value =>
  unionOf(
    value.map((atom): Value => {
      if (
        isFailure(atom) ||
        (atom.kind === 'thing' && atom.is === 'record' && m.read(atom.base).some(isFailure))
      )
        return NOTHING
      if (atom.kind === 'anything') return ANYTHING
      if (atom.kind !== 'thing') return NOTHING
      if (atom.is === 'function' || atom.is === 'native')
        return depth < MOST_DEEP
          ? recordsIn(m, m.call([atom], UNDEFINED, argsOf(needs), site), needs, site, depth + 1)
          : NOTHING
      if (atom.is === 'opaque') {
        const inside = succeeded(m, atom)
        if (inside !== undefined && depth < MOST_DEEP) return recordsIn(m, inside, needs, site, depth + 1)
        m.force([atom], site)
        if (isReader(m, atom)) {
          const told = m.call([atom], UNDEFINED, argsOf(needs), site)
          m.force(told, site)
          return union([atom], told)
        }
      }
      // An Either that was written by hand.
      if (
        atom.is === 'record' &&
        atom.props.has('_tag') &&
        (atom.props.has('right') || atom.props.has('left'))
      )
        return depth < MOST_DEEP
          ? recordsIn(m, m.get([atom], 'right', site), needs, site, depth + 1)
          : NOTHING
      return [atom]
    }),
  )

/** Whether only asking it tells what an object has: something that is not followed, an instance of a class. */
const isAsked = (atom: Value[number]): boolean =>
  atom.kind === 'thing' &&
  (atom.is === 'opaque' || atom.is === 'exotic' || (atom.is === 'record' && atom.class !== undefined))

/** Puts values into a record: what is inside takes the place of what is around it. */
export const merge = (m: Machine, around: Value, inside: Value, to: Plain, site: Site): void => {
  const named = new Map<string, Value>()
  for (const from of [around, inside]) {
    const asked = from.filter(isAsked)
    for (const [name, value] of named) {
      const more = m.get(asked, name, site).filter((atom) => !asked.includes(atom) && atom.kind !== 'literal')
      if (more.length > 0) named.set(name, union(value, more))
    }
    m.write(to.base, asked)
    spreadInto(
      m,
      from.filter(
        (atom) => atom !== to && (!isAsked(atom) || (atom.kind === 'thing' && atom.is === 'record')),
      ),
      to,
      named,
    )
  }
  for (const [name, value] of named) m.write(cellAt(to, name), value)
}
