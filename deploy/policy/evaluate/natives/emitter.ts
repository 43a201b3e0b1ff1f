import { type Cell, cellIn } from '../cell.ts'
import { type Args, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native, Thing } from '../thing.ts'
import { array, exotic, native, nativeAt } from '../things.ts'
import { ANYTHING, literalTexts, unionOf, type Value } from '../value.ts'

const ADDING = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']

/** Listeners by the event's name; those of a name that is not known are of every event. */
type Listeners = Map<string, Cell>

const ANY = '*'

const namesOf = (args: Args): ReadonlyArray<string> => literalTexts(argument(args, 0)) ?? [ANY]

const listening = (m: Machine, listeners: Listeners, args: Args): Value => {
  const names = namesOf(args)
  const wanted = names.includes(ANY) ? [...listeners.keys(), ANY] : [...names, ANY]
  return unionOf(wanted.map((name) => m.read(cellIn(listeners, name))))
}

const emitter = (m: Machine, site: Site): Value => [
  m.make(site, 'emitter', (key) => {
    const listeners: Listeners = new Map()
    const methods = new Map<string, Native>()
    const behaviour =
      (name: string) =>
      (args: Args, self: Value, at: Site): Value => {
        if (name === 'emit') {
          const given = { list: args.list.slice(1), rest: args.rest }
          m.call(listening(m, listeners, args), self, given, at)
          return ANYTHING
        }
        if (name === 'listeners' || name === 'rawListeners')
          return [array(m, at, 'listeners', [], listening(m, listeners, args))]
        if (ADDING.includes(name))
          for (const each of namesOf(args)) m.write(cellIn(listeners, each), argument(args, 1))
        return ADDING.includes(name) ? self : ANYTHING
      }
    return exotic(key, 'emitter', {}, (name) => {
      if (name === undefined) return ANYTHING
      const found = methods.get(name) ?? nativeAt(`${key}.${name}`, `emitter.${name}`, behaviour(name))
      methods.set(name, found)
      return [found]
    })
  }),
]

/** `EventEmitter`: listeners are called where their event is emitted. */
export const emitterClass = (m: Machine): Thing =>
  native('EventEmitter', () => ANYTHING, { construct: (_, site) => emitter(m, site) })
