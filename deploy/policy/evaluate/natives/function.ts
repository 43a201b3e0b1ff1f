import { type Args, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Thing } from '../thing.ts'
import { cellAt, nativeAt, plain } from '../things.ts'
import { ANYTHING, type Value } from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

const spread = (m: Machine, value: Value, site: Site): Args => {
  const { each, others } = m.iterate(value, site)
  return { list: each, rest: others }
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  call: (m, args, self, site) =>
    m.call(self, argument(args, 0), { list: args.list.slice(1), rest: args.rest }, site),
  apply: (m, args, self, site) => m.call(self, argument(args, 0), spread(m, argument(args, 1), site), site),
  bind: (m, args, self, site) => [
    m.make(site, 'bind', (key) =>
      nativeAt(key, 'bind', (more, _, at) =>
        m.call(self, argument(args, 0), { list: [...args.list.slice(1), ...more.list], rest: more.rest }, at),
      ),
    ),
  ],
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
