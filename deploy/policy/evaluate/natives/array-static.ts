import { type Args, argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Thing } from '../thing.ts'
import { array, native } from '../things.ts'
import { ANYTHING, NOTHING, UNDEFINED, type Value } from '../value.ts'
import { tableOf } from './table.ts'

const statics = tableOf('Array', {
  isArray: () => ANYTHING,
  of: (m, args, _, site) => [array(m, site, 'of', args.list, args.rest)],
  from: (m, args, _, site) => {
    const { each, others } = m.iterate(argument(args, 0), site)
    const callback = args.list[1]
    if (callback === undefined) return [array(m, site, 'from', each, others)]
    const isCounted = each.length === 0 && others.length === 0
    const given = isCounted ? ANYTHING : others
    return [
      array(
        m,
        site,
        'from',
        each.map((element) => m.call(callback, UNDEFINED, argsOf(element, ANYTHING), site)),
        given.length === 0 ? NOTHING : m.call(callback, UNDEFINED, argsOf(given, ANYTHING), site),
      ),
    ]
  },
  fromAsync: (m, args, _, site) => {
    const { each, others } = m.iterate(argument(args, 0), site)
    return [array(m, site, 'from', each, others)]
  },
})

const make = (m: Machine, { list, rest }: Args, site: Site): Value =>
  // One argument is a length, of which nothing is told.
  [list.length === 1 ? array(m, site, 'array', [], UNDEFINED) : array(m, site, 'array', list, rest)]

/** `Array`, called or constructed. */
export const arrayConstructor = (m: Machine): Thing =>
  native('Array', (args, _, site) => make(m, args, site), {
    construct: (args, site) => make(m, args, site),
    statics: (key) => statics(m, key),
  })
