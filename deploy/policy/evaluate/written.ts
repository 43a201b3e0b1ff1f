import { argsOf, type Site } from './env.ts'
import type { Machine } from './machine.ts'
import { unionOf, type Value } from './value.ts'

/** A value as it goes into a text: objects of the source's own are asked by their `toString`. */
export const written = (m: Machine, value: Value, site: Site): Value => {
  if (!value.some((atom) => atom.kind === 'thing' && atom.is === 'record')) return value
  return unionOf(
    value.map((atom): Value => {
      if (atom.kind !== 'thing' || atom.is !== 'record') return [atom]
      const own = m
        .get([atom], 'toString', site)
        .filter((each) => each.kind === 'thing' && each.is === 'function')
      return own.length === 0 ? [atom] : m.call(own, [atom], argsOf(), site)
    }),
  )
}
