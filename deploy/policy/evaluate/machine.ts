import type { Directive, Expression, Statement } from '@oxc-project/types'
import type { SdkCall } from '../sdk-call.ts'
import type { Activation } from './activation.ts'
import type { Cell } from './cell.ts'
import type { Args, Env, Site } from './env.ts'
import type { Thing } from './thing.ts'
import type { Value } from './value.ts'

/** What evaluates: its parts know each other by this alone. */
export interface Machine {
  /** What a cell holds; whoever reads it is evaluated again when it grows. */
  readonly read: (cell: Cell) => Value
  /** The names of a thing's properties; whoever goes over them is evaluated again when there are more. */
  readonly look: (thing: Thing) => void
  readonly write: (cell: Cell, value: Value) => void
  /** A thing that is made at a place: the same one whenever the place is evaluated in the same call. */
  readonly make: <T extends Thing>(site: Site, tag: string, build: (key: string) => T) => T
  /** Goes into another activation: what it gives back so far. */
  readonly enter: (activation: Activation, site: Site) => Value
  /** An activation by its key, made when it is not there. */
  readonly activation: (key: string, build: () => Activation) => Activation
  readonly expression: (node: Expression, env: Env) => Value
  /** The statements of a block, in a scope of their own. */
  readonly runBlock: (body: ReadonlyArray<Directive | Statement>, env: Env) => void
  readonly call: (callee: Value, self: Value, args: Args, site: Site) => Value
  /** Calls that are made meanwhile are only made when somebody asks for them. */
  readonly callAs: <A>(isLazy: boolean, go: () => A) => A
  readonly construct: (callee: Value, args: Args, site: Site) => Value
  /** A property; of any name when the key is undefined. */
  readonly get: (target: Value, key: string | undefined, site: Site) => Value
  readonly set: (target: Value, key: string | undefined, value: Value, site: Site) => void
  /** What a `for … of` goes over, each by itself where that is known. */
  readonly iterate: (target: Value, site: Site) => Iterated
  readonly send: (site: Site, call: SdkCall, notes?: ReadonlyArray<string>) => void
  /** Says that something is not decided. */
  readonly note: (site: Site, why: string) => void
  /** The module that a specifier leads to; its start is gone into. */
  readonly load: (specifier: string, site: Site, isRequired?: boolean) => Value
  /** Passes values to code that is not followed: functions among them are called. */
  readonly escape: (values: ReadonlyArray<Value>, site: Site, kind: Escape, callee?: Value) => Value
  /** Says that a function is called with more known than in other calls of it. */
  readonly supersede: (fn: Thing, self: Value, before: ReadonlyArray<Args>, now: Args) => void
  /** Asks for what is only called when it is asked for. */
  readonly force: (value: Value, site: Site) => void
  readonly environment: (name: string) => Value
}

/** What becomes of functions that are passed to code that is not followed. */
export type Escape =
  /** They are called at once: `setTimeout(f)`. */
  | 'called'
  /** They are called when the result is used: `memoize(f)` at a module's start. */
  | 'kept'
  /** They are called when the result is asked for: `TE.tryCatch(f)`. */
  | 'lazy'

/** Elements by themselves, in order, and what may be beside them. */
export interface Iterated {
  readonly each: ReadonlyArray<Value>
  readonly others: Value
}
