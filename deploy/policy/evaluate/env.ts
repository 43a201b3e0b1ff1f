import type { Span } from '@oxc-project/types'
import type { Activation } from './activation.ts'
import type { Cell } from './cell.ts'
import type { Module } from './module.ts'
import type { ClassThing } from './thing.ts'
import { NOTHING, UNDEFINED, type Value } from './value.ts'

/** Names and their cells, innermost first. */
export interface Scope {
  readonly cells: Map<string, Cell>
  readonly outer: Scope | undefined
}

/** Where an expression is evaluated. */
export interface Env {
  readonly activation: Activation
  readonly module: Module
  readonly scope: Scope
  /** Before the keys of what is made here: which turn of a loop it is. */
  readonly turn: string
  readonly self: Value
  /** The class whose method this is in, for `super`. */
  readonly home: ClassThing | undefined
  /** What `yield` gives to. */
  readonly yields: Cell | undefined
}

/** An expression at its place. */
export interface Site {
  readonly env: Env
  readonly node: Span
}

/** The arguments of a call. */
export interface Args {
  readonly list: ReadonlyArray<Value>
  /** What may come after them, of a spread whose length is not known. */
  readonly rest: Value
}

export const argsOf = (...list: ReadonlyArray<Value>): Args => ({ list, rest: NOTHING })

/** An argument by its place. */
export const argument = ({ list, rest }: Args, index: number): Value => {
  const found = list[index]
  if (found !== undefined) return found
  return rest.length === 0 ? UNDEFINED : [...rest, ...UNDEFINED]
}

/** All arguments at once. */
export const everyArgument = ({ list, rest }: Args): ReadonlyArray<Value> =>
  rest.length === 0 ? list : [...list, rest]

/** A scope by where it is: the same whenever the same activation is evaluated. */
export const scopeAt = (activation: Activation, at: string, outer: Scope | undefined): Scope => {
  const found = activation.scopes?.get(at)
  if (found !== undefined) return found
  const scope: Scope = { cells: new Map(), outer }
  activation.scopes ??= new Map()
  activation.scopes.set(at, scope)
  return scope
}

/** The same place in a narrower scope. */
export const within = (env: Env, at: string): Env => {
  const scope = scopeAt(env.activation, `${env.turn}${at}`, env.scope)
  return { ...env, scope }
}

export const lookUp = (scope: Scope | undefined, name: string): Cell | undefined => {
  for (let each = scope; each !== undefined; each = each.outer) {
    const found = each.cells.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The file, absolute, and the line of a place. */
export const placeOf = ({ env, node }: Site): { readonly file: string; readonly line: number } => ({
  file: env.module.source.file,
  line: env.module.source.lineOf(node.start),
})
