import { type Args, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native, Thing } from '../thing.ts'
import { cellAt, nativeAt, plain } from '../things.ts'
import { ANYTHING, keyOf, type Value } from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

const spread = (m: Machine, value: Value, site: Site): Args => {
  const { each, others } = m.iterate(value, site)
  return { list: each, rest: others }
}

/** Of what a native that is made at a place has hold of: with something else it is another. */
export const capturing = (...values: ReadonlyArray<Value>): string => JSON.stringify(values.map(keyOf))

/** Before the place of an argument that a function is bound to. */
const HELD = 'bound argument '

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  call: (m, args, self, site) =>
    m.call(self, argument(args, 0), { list: args.list.slice(1), rest: args.rest }, site),
  apply: (m, args, self, site) => m.call(self, argument(args, 0), spread(m, argument(args, 1), site), site),
  bind: (m, args, self, site) => {
    const made = m.make<Native>(site, 'bind', (key) => {
      const bound: Native = nativeAt(key, 'bind', (more, _, at) => {
        const held = [...bound.props.keys()]
          .filter((name) => name.startsWith(HELD))
          .map((name) => m.read(cellAt(bound, name)))
        // What is bound may be put in its own place: `this.f = this.f.bind(this)`.
        const fn = m.read(cellAt(bound, 'bound function')).filter((atom) => atom !== bound)
        return m.call(
          fn,
          m.read(cellAt(bound, 'bound this')),
          { list: [...held, ...more.list], rest: more.rest },
          at,
        )
      })
      return bound
    })
    m.write(cellAt(made, 'bound function'), self)
    m.write(cellAt(made, 'bound this'), argument(args, 0))
    args.list.slice(1).forEach((value, index) => {
      m.write(cellAt(made, `${HELD}${index}`), value)
    })
    return [made]
  },
  toString: () => ANYTHING,
}

const table = tableOf('function', BEHAVIOURS)

/** A property of functions and classes. */
export const functionMember = (m: Machine, thing: Thing, key: string): Value | undefined => {
  if (key === 'name') return ANYTHING
  if (key === 'prototype' && thing.is === 'function') {
    const cell = cellAt(thing, 'prototype')
    if (m.read(cell).length === 0) m.write(cell, [plain(`${thing.key}.prototype`, 'record')])
    return m.read(cell)
  }
  if (key === 'prototype' && thing.is === 'class') {
    // A method taken off the prototype is called with whatever it is bound to.
    const cell = cellAt(thing, 'prototype')
    if (m.read(cell).length === 0)
      m.write(cell, [{ ...plain(`${thing.key}.prototype`, 'record'), class: thing }])
    return m.read(cell)
  }
  return table(m, key)
}
