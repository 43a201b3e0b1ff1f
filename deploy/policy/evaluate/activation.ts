import type { Source } from '../modules/source.ts'
import type { SdkCall } from '../sdk-call.ts'
import { type Cell, cellOf } from './cell.ts'
import type { Scope } from './env.ts'
import type { Thing } from './thing.ts'

/** A call from one activation to another. */
export interface Edge {
  readonly to: Activation
  /** Where in the caller's source. */
  readonly at: number
  /**
   * Whether the call is only made when somebody asks for it: what a module makes at its start and a route runs. It
   * counts for routes, not for the start.
   */
  readonly isLazy: boolean
}

/** An SDK call that an activation makes. */
export interface Sent {
  readonly call: SdkCall
  readonly at: number
  /** What is to be said of it, beside what its permissions say. */
  readonly notes: ReadonlyArray<string>
}

/** What `grants` says of everything that an activation calls. */
export interface Granted {
  /** Resources by action. */
  readonly needs: Readonly<Record<string, ReadonlyArray<string>>>
  /** The file, absolute, and the line of `grants(…)`. */
  readonly at: { readonly file: string; readonly line: number }
}

/** A function as it is called with some arguments, a module as it loads, a route as it is asked. */
export interface Activation {
  readonly key: string
  /** What a reader would call it: the function's name, the route. */
  readonly name: string
  /** The source that it is written in; none when it is not the app's own. */
  readonly source: Source | undefined
  /** Evaluates it from its start; it may be evaluated many times. */
  readonly run: (self: Activation) => void
  /** What it gives back. */
  readonly result: Cell
  /** Objects of the source's own classes that it throws, or what it calls does. */
  readonly thrown: Cell
  edges: Map<string, Edge> | undefined
  /** What it sends: at one place there may be several commands, as each of what it sends can be several. */
  readonly sent: Sent[]
  /** What it cannot decide, by place. */
  notes: Map<string, { readonly at: number; readonly why: string }> | undefined
  granted: Granted | undefined
  /** Calls of the same function that know more: what it is called with there is not known here. */
  better: Set<Activation> | undefined
  /** The call that made the function that this is a call of. */
  readonly within: Activation | undefined
  /** What it has made, by where: the same the next time that it is evaluated. */
  made: Map<string, Thing> | undefined
  /** The scope of its body, the same the next time that it is evaluated, as those within it are. */
  scope: Scope | undefined
  /** The scopes of blocks and of turns, by where they are. */
  scopes: Map<string, Scope> | undefined
  isQueued: boolean
  /** The route that first came to it; empty for what modules do as they load. */
  origin: string
}

export const activationOf = (
  key: string,
  name: string,
  source: Source | undefined,
  run: (self: Activation) => void,
  within?: Activation,
): Activation => ({
  key,
  name,
  source,
  run,
  result: cellOf(),
  thrown: cellOf(),
  edges: undefined,
  sent: [],
  notes: undefined,
  granted: undefined,
  better: undefined,
  within,
  made: undefined,
  scope: undefined,
  scopes: undefined,
  isQueued: false,
  origin: '',
})

const NONE: ReadonlyArray<Activation> = []

/** The calls that know more than one, or than one that made its function. */
export const betterThan = (activation: Activation): ReadonlyArray<Activation> => {
  let any: Activation | undefined = activation
  while (any !== undefined && any.better === undefined) any = any.within
  if (any === undefined) return NONE
  const all = new Set<Activation>()
  for (let each: Activation | undefined = activation; each !== undefined; each = each.within)
    for (const better of each.better ?? []) all.add(better)
  return [...all]
}
