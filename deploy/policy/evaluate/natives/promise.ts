import { argsOf, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import { ANYTHING, UNDEFINED, union, type Value } from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

/** Calls what handles a failure with whatever may have been thrown. */
const rejected = (m: Machine, callback: Value, site: Site): Value =>
  m.call(callback, UNDEFINED, argsOf(union(ANYTHING, m.read(site.env.activation.thrown))), site)

// A promise is taken for what it resolves to: what waits for it gets that, and what does not can do nothing with it.
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  // biome-ignore lint/suspicious/noThenProperty: it is a table of what promises have
  then: (m, args, self, site) => {
    const onResolved = argument(args, 0)
    const called = m.call(onResolved, UNDEFINED, argsOf(self), site)
    // What is no function is passed over.
    const resolved = onResolved.some(({ kind }) => kind === 'literal') ? union(called, self) : called
    return union(resolved, rejected(m, argument(args, 1), site))
  },
  catch: (m, args, self, site) => union(self, rejected(m, argument(args, 0), site)),
  finally: (m, args, self, site) => {
    m.call(argument(args, 0), UNDEFINED, argsOf(), site)
    return self
  },
}

const table = tableOf('promise', BEHAVIOURS)

/** `then`, `catch` and `finally` of whatever has none of its own. */
export const promiseMember = (m: Machine, key: string): Value | undefined => table(m, key)
