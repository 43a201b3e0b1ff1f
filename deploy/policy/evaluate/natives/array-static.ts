import { type Args, argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Thing } from '../thing.ts'
import { array, native } from '../things.ts'
import { ANYTHING, NOTHING, UNDEFINED, union, unionOf, type Value } from '../value.ts'
import { elementsOf } from './array-change.ts'
import { type Behaviour, tableOf } from './table.ts'

/** What is in something that is only like an array, such as `{ length: 3 }`. */
const likeElements = (m: Machine, of: Value): Value =>
  unionOf(
    of.map((atom): Value => {
      if (atom.kind !== 'thing' || atom.is !== 'record') return NOTHING
      m.look(atom)
      const numbered = [...atom.props].filter(([name]) => /^\d+$/.test(name))
      return unionOf([UNDEFINED, m.read(atom.others), ...numbered.map(([, cell]) => m.read(cell))])
    }),
  )

const from: Behaviour = (m, args, _, site) => {
  const source = argument(args, 0)
  const { each, others: beside } = elementsOf(m, source, site)
  const isCounted = each.length === 0 && beside.length === 0
  const others = isCounted ? likeElements(m, source) : beside
  if (args.list.length < 2 && args.rest.length === 0) return [array(m, site, 'from', each, others)]
  const [callback, on] = [argument(args, 1), argument(args, 2)]
  const given = isCounted ? union(ANYTHING, others) : others
  return [
    array(
      m,
      site,
      'from',
      each.map((element) => m.call(callback, on, argsOf(element, ANYTHING), site)),
      given.length === 0 ? NOTHING : m.call(callback, on, argsOf(given, ANYTHING), site),
    ),
  ]
}

const statics = tableOf('Array', {
  isArray: () => ANYTHING,
  of: (m, args, _, site) => [array(m, site, 'of', args.list, args.rest)],
  from,
  fromAsync: from,
})

const make = (m: Machine, { list, rest }: Args, site: Site): Value =>
  // One argument is a length, or an element that is no number.
  [
    list.length === 1
      ? array(m, site, 'array', [], unionOf([UNDEFINED, ...list, rest]))
      : array(m, site, 'array', list, rest),
  ]

/** `Array`, called or constructed. */
export const arrayConstructor = (m: Machine): Thing =>
  native('Array', (args, _, site) => make(m, args, site), {
    construct: (args, site) => make(m, args, site),
    statics: (key) => statics(m, key),
  })
