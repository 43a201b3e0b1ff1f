import { type Args, argsOf, argument } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Plain, Thing } from '../thing.ts'
import { array, native, nativeAt, plain, record } from '../things.ts'
import { ANYTHING, NOTHING, UNDEFINED, unionOf, type Value } from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

/** All of a list, each waited for. */
const all: Behaviour = (m, args, _, site) => {
  const { each, others } = m.iterate(argument(args, 0), site)
  for (const value of [...each, others])
    for (const atom of value)
      if (atom.kind === 'thing' && atom.is === 'opaque' && !atom.isLazy) m.force([atom], site)
  return [array(m, site, 'all', each, others)]
}

const one: Behaviour = (m, args, self, site) => {
  all(m, args, self, site)
  const { each, others } = m.iterate(argument(args, 0), site)
  return unionOf([...each, others])
}

const statics = tableOf('Promise', {
  all,
  allSettled: (m, args, self, site) => {
    all(m, args, self, site)
    const { each, others } = m.iterate(argument(args, 0), site)
    const settled = (value: Value, tag: string): Value => [
      record(m, site, `settled${tag}`, { status: ANYTHING, value, reason: ANYTHING }),
    ]
    return [
      array(
        m,
        site,
        'settled',
        each.map((value, index) => settled(value, String(index))),
        others.length === 0 ? NOTHING : settled(others, '?'),
      ),
    ]
  },
  race: one,
  any: one,
  resolve: (_, args) => argument(args, 0),
  reject: (m, args, _, site) => {
    m.write(site.env.activation.thrown, argument(args, 0))
    return ANYTHING
  },
  try: (m, args, _, site) =>
    m.call(argument(args, 0), UNDEFINED, { list: args.list.slice(1), rest: args.rest }, site),
  withResolvers: (m, _, __, site) => {
    const made = m.make<Plain>(site, 'promised', (key) => plain(key, 'record'))
    return [
      record(m, site, 'resolvers', {
        promise: m.read(made.others),
        resolve: [m.make(site, 'resolve', (key) => nativeAt(key, 'resolve', resolving(m, made)))],
        reject: ANYTHING,
      }),
    ]
  },
})

const resolving =
  (m: Machine, made: Plain) =>
  (args: Args): Value => {
    m.write(made.others, argument(args, 0))
    return UNDEFINED
  }

/** `Promise`: what is constructed is what it is resolved with. */
export const promiseConstructor = (m: Machine): Thing =>
  native('Promise', () => ANYTHING, {
    statics: (key) => statics(m, key),
    construct: (args, site) => {
      const made = m.make<Plain>(site, 'promised', (key) => plain(key, 'record'))
      const resolve = m.make(site, 'resolve', (key) => nativeAt(key, 'resolve', resolving(m, made)))
      m.call(argument(args, 0), UNDEFINED, argsOf([resolve], ANYTHING), site)
      const value = m.read(made.others)
      return value.length === 0 ? ANYTHING : value
    },
  })
