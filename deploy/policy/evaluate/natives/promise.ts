import { argsOf, argument } from '../env.ts'
import type { Machine } from '../machine.ts'
import { ANYTHING, UNDEFINED, union, type Value } from '../value.ts'
import { type Behaviour, tableOf } from './table.ts'

// A promise is taken for what it resolves to: what waits for it gets that, and what does not can do nothing with it.
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  // biome-ignore lint/suspicious/noThenProperty: it is a table of what promises have
  then: (m, args, self, site) => {
    const resolved = m.call(argument(args, 0), UNDEFINED, argsOf(self), site)
    if (args.list.length < 2) return resolved
    return union(resolved, m.call(argument(args, 1), UNDEFINED, argsOf(ANYTHING), site))
  },
  catch: (m, args, self, site) =>
    union(
      self,
      m.call(argument(args, 0), UNDEFINED, argsOf(union(ANYTHING, m.read(site.env.activation.thrown))), site),
    ),
  finally: (m, args, self, site) => {
    m.call(argument(args, 0), UNDEFINED, argsOf(), site)
    return self
  },
}

const table = tableOf('promise', BEHAVIOURS)

/** `then`, `catch` and `finally` of whatever has none of its own. */
export const promiseMember = (m: Machine, _: Value, key: string): Value | undefined => table(m, key)
