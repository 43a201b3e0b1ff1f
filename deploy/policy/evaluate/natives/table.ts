import { type Args, everyArgument, type Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native, Plain } from '../thing.ts'
import { native } from '../things.ts'
import { UNDEFINED, unionOf, type Value } from '../value.ts'

/** What a function of the language does. */
export type Behaviour = (m: Machine, args: Args, self: Value, site: Site) => Value

/** Functions of the language by name, made once for each machine. */
export const tableOf = (
  prefix: string,
  behaviours: Readonly<Record<string, Behaviour>>,
): ((m: Machine, name: string) => Value | undefined) => {
  const made = new WeakMap<Machine, Map<string, Native>>()
  return (m, name) => {
    const behaviour = Object.hasOwn(behaviours, name) ? behaviours[name] : undefined
    if (behaviour === undefined) return undefined
    let all = made.get(m)
    if (all === undefined) {
      all = new Map()
      made.set(m, all)
    }
    let found = all.get(name)
    if (found === undefined) {
      found = native(`${prefix}.${name}`, (args, self, site) => behaviour(m, args, self, site))
      all.set(name, found)
    }
    return [found]
  }
}

const others = new WeakMap<Machine, Map<string, Native>>()

/** What no language needs to know of an object to go on: these are asked for elsewhere, or are no methods. */
const isElsewhere = (key: string): boolean =>
  /^(?:\d+|length|size|then|catch|finally|@@.*|[gs]et .*)$/.test(key)

/** A method that is not in the table of its kind, or none: whatever it does is done with what it is given. */
export const unlisted = (m: Machine, thing: Plain, key: string): Value | undefined => {
  if (isElsewhere(key)) return undefined
  const known = others.get(m) ?? new Map<string, Native>()
  others.set(m, known)
  const name = `${thing.is}.${key}`
  const method =
    known.get(name) ??
    native(name, (args, self, site) => m.escape([self, ...everyArgument(args)], site, 'kept'))
  known.set(name, method)
  return unionOf([[method], UNDEFINED, m.read(thing.others)])
}
