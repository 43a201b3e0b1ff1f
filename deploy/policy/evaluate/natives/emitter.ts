import { type Cell, cellOf } from '../cell.ts'
import { type Args, argument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native, Thing } from '../thing.ts'
import { exotic, native, nativeAt } from '../things.ts'
import { ANYTHING, literalTexts, UNDEFINED, unionOf, type Value } from '../value.ts'

const ADDING = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']

/** Listeners by the event's name; those of a name that is not known are of every event. */
type Listeners = Map<string, Cell>

const cellIn = (listeners: Listeners, name: string): Cell => {
  const found = listeners.get(name)
  if (found !== undefined) return found
  const cell = cellOf()
  listeners.set(name, cell)
  return cell
}

const ANY = '*'

const namesOf = (args: Args): ReadonlyArray<string> => literalTexts(argument(args, 0)) ?? [ANY]

const emit = (m: Machine, listeners: Listeners, args: Args, site: Site): Value => {
  const names = namesOf(args)
  const wanted = names.includes(ANY) ? [...listeners.keys(), ANY] : [...names, ANY]
  const called = unionOf(wanted.map((name) => m.read(cellIn(listeners, name))))
  m.call(called, UNDEFINED, { list: args.list.slice(1), rest: args.rest }, site)
  return ANYTHING
}

const emitter = (m: Machine, site: Site): Value => [
  m.make(site, 'emitter', (key) => {
    const listeners: Listeners = new Map()
    const methods = new Map<string, Native>()
    const behaviour =
      (name: string) =>
      (args: Args, self: Value, at: Site): Value => {
        if (name === 'emit') return emit(m, listeners, args, at)
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
