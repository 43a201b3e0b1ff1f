import { commandsIn, sendAll } from '../sdk/model.ts'
import { everyArgument } from './env.ts'
import type { FunctionCaller } from './function.ts'
import type { Machine } from './machine.ts'
import { callProxy, isProxy } from './natives/proxy.ts'
import { eachOf, NOTHING, unionOf, type Value } from './value.ts'

/** Calls whatever a value is. */
export const caller =
  (m: Machine, callFunction: FunctionCaller): Machine['call'] =>
  (callee, self, args, site) =>
    eachOf(callee, (atom) => {
      if (atom.kind === 'anything' || atom.kind === 'thing') {
        if (atom.kind === 'thing' && atom.is === 'function') return callFunction(atom, self, args, site)
        if (atom.kind === 'thing' && atom.is === 'native') return atom.call(args, self, site)
        if (atom.kind === 'thing' && atom.is === 'opaque') {
          // With nothing more to be told, what was waiting is done.
          if (!atom.isLazy || args.list.length === 0) m.force([atom], site)
          if (args.list.length === 0) return [atom]
          // A method of it is one function, and not all that it holds.
          if (self.includes(atom))
            return m.escape([[atom], ...everyArgument(args)], site, atom.isLazy ? 'lazy' : 'kept')
          return m.escape(everyArgument(args), site, atom.isLazy ? 'lazy' : 'kept', [atom])
        }
        if (isProxy(atom)) return callProxy(m, atom.payload, self, args, site)
        return m.escape(everyArgument(args), site, 'kept')
      }
      return NOTHING
    })

/** A command that is passed to code that is not followed may be sent there. */
export const mayBeSent = (
  m: Machine,
  values: ReadonlyArray<Value>,
  site: Parameters<Machine['escape']>[1],
): void => {
  for (const value of values) {
    const direct = value.filter((atom) => atom.kind === 'thing' && atom.is !== 'opaque')
    if (commandsIn(m, direct).length > 0) sendAll(m, site, unionOf(values), direct)
  }
}
