import type { Directive, Function as FunctionNode, Statement } from '@oxc-project/types'
import { cellIn, cellOf } from './cell.ts'
import { closure } from './closure.ts'
import { declaredIn, variablesIn } from './declared.ts'
import { type Env, within } from './env.ts'
import type { Machine } from './machine.ts'
import { UNDEFINED } from './value.ts'

type Body = ReadonlyArray<Directive | Statement>

/** The scope of a block: that around it, where it declares nothing. */
export const blockOf = (body: Body, env: Env, at: number): Env =>
  declaredIn(body).names.length === 0 ? env : within(env, `b${at}`)

/** Makes the cells of names that a block declares, its functions in them already. */
export const declare = (m: Machine, body: Body, env: Env): void => {
  const { names, functions } = declaredIn(body)
  for (const name of names) cellIn(env.scope.cells, name)
  for (const each of functions) define(m, each, env)
}

/** Makes the cells of the `var`s of a function or module. */
export const declareVariables = (body: Body, env: Env): void => {
  // Until it is assigned it is undefined, and nothing says that it is by then.
  for (const name of variablesIn(body))
    if (!env.scope.cells.has(name)) env.scope.cells.set(name, cellOf(UNDEFINED))
}

const define = (m: Machine, node: FunctionNode, env: Env): void => {
  const cell = node.id === null ? undefined : env.scope.cells.get(node.id.name)
  if (cell !== undefined) m.write(cell, closure(m, node, env))
}
