import type { Args, Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import type { Native } from '../thing.ts'
import { native } from '../things.ts'
import type { Value } from '../value.ts'

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
