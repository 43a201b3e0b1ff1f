import type { Directive, Statement, TSEnumDeclaration, TSModuleDeclaration } from '@oxc-project/types'
import { boundNames } from './declared.ts'
import { type Env, within } from './env.ts'
import type { Machine } from './machine.ts'
import { cellAt, record } from './things.ts'
import { ANYTHING, number, unionOf } from './value.ts'

/** An enum: a record of its members, and of their names by number. */
export const enumeration = (m: Machine, node: TSEnumDeclaration, env: Env): void => {
  const cell = env.scope.cells.get(node.id.name)
  if (cell === undefined || node.declare) return
  const made = record(m, { env, node }, 'enum', {})
  m.write(cell, [made])
  const inner = within(env, `e${node.start}`)
  let next = 0
  for (const member of node.body.members) {
    const { id, initializer } = member
    const name = id.type === 'Identifier' ? id.name : id.type === 'Literal' ? String(id.value) : undefined
    const value = initializer === null ? number(next) : m.expression(initializer, inner)
    const [only] = value
    if (only?.kind === 'literal' && typeof only.value === 'number') next = only.value
    next += 1
    if (name === undefined) m.write(made.others, value)
    else {
      m.write(cellAt(made, name), value)
      inner.scope.cells.set(name, cellAt(made, name))
    }
  }
}

/** A namespace: a record of what its block exports. */
export const moduleBlock = (
  m: Machine,
  node: TSModuleDeclaration,
  env: Env,
  evaluate: (body: ReadonlyArray<Directive | Statement>, inner: Env) => void,
): void => {
  if (node.declare || node.id.type !== 'Identifier' || node.body?.type !== 'TSModuleBlock') return
  const cell = env.scope.cells.get(node.id.name)
  if (cell === undefined) return
  const made = record(m, { env, node }, 'namespace', {})
  m.write(cell, [made])
  const inner = within(env, `n${node.start}`)
  evaluate(node.body.body, inner)
  for (const each of node.body.body) {
    if (each.type !== 'ExportNamedDeclaration' || each.declaration === null) continue
    const { declaration } = each
    const names =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }) => boundNames(id))
        : 'id' in declaration && declaration.id !== null && declaration.id.type === 'Identifier'
          ? [declaration.id.name]
          : []
    for (const name of names) {
      const value = inner.scope.cells.get(name)
      m.write(cellAt(made, name), value === undefined ? ANYTHING : unionOf([m.read(value)]))
    }
  }
}
