import type { ArrowFunctionExpression, Class, Function as FunctionNode } from '@oxc-project/types'
import type { Activation } from './activation.ts'
import type { Cell } from './cell.ts'
import type { Args, Env, Site } from './env.ts'
import type { Value } from './value.ts'

interface Common {
  readonly kind: 'thing'
  /** Told apart by where it is made and in which call. */
  readonly key: string
  props: ReadonlyMap<string, Cell>
  /** What is under keys that are not known; in what is opaque, all that went in. */
  readonly others: Cell
  /** Who has gone over its properties, and is to be evaluated again when it gets another. */
  lookers: Set<Activation> | undefined
}

/** An object, an array, a Map or a Set, an instance of a class, a module's namespace. */
export interface Plain extends Common {
  readonly is: 'record' | 'array' | 'map' | 'set' | 'iterator'
  /** The class that it is an instance of. */
  readonly class?: ClassThing
  /** A native thing that it extends, which has what the object itself does not. */
  readonly base: Cell
  /** Keys whose values nothing else can have taken the place of, such as those after a spread. */
  sure: Set<string> | undefined
  /** Whether something was written under a key that is not known, which may be any. */
  isKeyed: boolean
  /** Whether it is written as it is, `{ … }`: what it has at the start is in `sure`. */
  isLiteral: boolean
}

export interface FunctionThing extends Common {
  readonly is: 'function'
  readonly code: FunctionNode | ArrowFunctionExpression
  readonly env: Env
  /** The class whose method it is, for `super`. */
  readonly home?: ClassThing
}

/** A function that the analysis knows: of the language, of calix, of the SDK. */
export interface Native extends Common {
  readonly is: 'native'
  readonly name: string
  readonly call: (args: Args, self: Value, site: Site) => Value
  readonly construct?: (args: Args, site: Site) => Value
  /** What it has beside what every function has: `Promise.all`. */
  readonly statics?: (key: string, site: Site) => Value | undefined
}

export interface ClassThing extends Common {
  readonly is: 'class'
  readonly code: Class
  readonly env: Env
  readonly parent: Cell
  /** Methods of instances. */
  readonly members: Map<string, Cell>
  readonly getters: Map<string, Cell>
  readonly setters: Map<string, Cell>
  readonly staticGetters: Map<string, Cell>
}

/**
 * What comes out of code that is not followed: it may hold, call or give back whatever went in.
 */
export interface Opaque extends Common {
  readonly is: 'opaque'
  /** Whether what it holds is called only when it is asked for, as a `TaskEither` is. */
  readonly isLazy: boolean
  /** What it is a call of. */
  readonly callee: Cell
}

/** A thing that is looked into by code of its own: `process.env`, `Resource` of SST, a client. */
export interface Exotic extends Common {
  readonly is: 'exotic'
  readonly what: string
  readonly get: (key: string | undefined, site: Site) => Value
  readonly payload: object
  /** The names of what it has, where all of them are known. */
  readonly names?: () => ReadonlyArray<string>
}

export type Thing = Plain | FunctionThing | Native | ClassThing | Opaque | Exotic
