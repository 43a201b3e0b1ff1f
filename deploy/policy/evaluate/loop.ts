import type { ForInStatement, ForOfStatement, Statement, VariableDeclaration } from '@oxc-project/types'
import { cellIn } from './cell.ts'
import { boundNames } from './declared.ts'
import { type Env, within } from './env.ts'
import type { Machine } from './machine.ts'
import { assign } from './pattern.ts'
import { ANYTHING, NOTHING, textValue, type Value } from './value.ts'

/** Makes the cells of what a loop declares in its head. */
export const declareNames = (node: VariableDeclaration, env: Env): void => {
  if (node.kind === 'var') return
  for (const { id } of node.declarations) for (const name of boundNames(id)) cellIn(env.scope.cells, name)
}

/** Longer lists are gone over once, for all elements together. */
const MOST_TURNS = [256, 32, 8]

/** Evaluates the body of a loop for each of what it goes over. */
export const forEach = (
  m: Machine,
  node: ForOfStatement | ForInStatement,
  env: Env,
  run: (body: Statement, inner: Env) => void,
): boolean => {
  const over = m.expression(node.right, env)
  const site = { env, node }
  const { each, others } = node.type === 'ForInStatement' ? names(m, over) : m.iterate(over, site)
  const turn = (value: Value, name: string): void => {
    const outer: Env = { ...env, turn: `${env.turn}${node.start}.${name}/` }
    const inner = within(outer, 'l')
    if (node.left.type === 'VariableDeclaration') {
      declareNames(node.left, inner)
      for (const { id } of node.left.declarations) assign(m, id, value, inner)
    } else assign(m, node.left, value, inner)
    run(node.body, inner)
  }
  // A loop in a loop takes as many turns as both together.
  const most = MOST_TURNS[env.turn.split('/').length - 1] ?? 1
  if (each.length <= most)
    each.forEach((value, index) => {
      turn(value, String(index))
    })
  const together = each.length <= most ? others : [...each.flat(), ...others]
  if (together.length > 0) turn(together, 'n')
  return true
}

/** What a `for … in` goes over. */
const names = (m: Machine, over: Value): { each: ReadonlyArray<Value>; others: Value } => {
  const each: Value[] = []
  let others: Value = NOTHING
  for (const atom of over) {
    if (atom.kind === 'thing' && (atom.is === 'record' || atom.is === 'array')) {
      m.look(atom)
      for (const [name, cell] of atom.props) if (m.read(cell).length > 0) each.push(textValue(name))
      if (m.read(atom.others).length > 0) others = ANYTHING
    } else if (atom.kind === 'thing' && atom.is === 'exotic' && atom.names !== undefined)
      each.push(...atom.names().map((name) => textValue(name)))
    else if (atom.kind !== 'literal') others = ANYTHING
  }
  return { each, others }
}
