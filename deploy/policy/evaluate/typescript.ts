import type {
  Directive,
  Statement,
  TSEnumDeclaration,
  TSImportEqualsDeclaration,
  TSModuleDeclaration,
} from '@oxc-project/types'
import { declareVariables } from './block.ts'
import { type Cell, cellOf } from './cell.ts'
import { boundNames, qualifiedNames } from './declared.ts'
import { type Env, lookUp, type Scope, within } from './env.ts'
import type { Machine } from './machine.ts'
import type { Thing } from './thing.ts'
import { cellAt, record } from './things.ts'
import { NOTHING, number, textValue, type Value } from './value.ts'

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
    // A text has no name to go back to.
    for (const atom of name === undefined ? NOTHING : value) {
      if (atom.kind === 'literal') m.write(cellAt(made, String(atom.value)), textValue(name ?? ''))
      else if (atom.kind === 'anything') m.write(made.others, textValue(name ?? ''))
    }
    if (name === undefined) m.write(made.others, value)
    else {
      m.write(cellAt(made, name), value)
      inner.scope.cells.set(name, cellAt(made, name))
    }
  }
}

/** The names that the blocks of a namespace export, which all of its blocks see. */
const exportScopes = new WeakMap<Cell, Scope>()

const exportScope = (cell: Cell, outer: Scope): Scope => {
  const found = exportScopes.get(cell) ?? { cells: new Map<string, Cell>(), outer }
  exportScopes.set(cell, found)
  return found
}

const exportedIn = (body: ReadonlyArray<Directive | Statement>): ReadonlyArray<string> =>
  body.flatMap((each): ReadonlyArray<string> => {
    if (each.type !== 'ExportNamedDeclaration' || each.declaration === null) return []
    const { declaration } = each
    if (declaration.type === 'VariableDeclaration')
      return declaration.declarations.flatMap(({ id }) => boundNames(id))
    if (declaration.type === 'TSModuleDeclaration') return qualifiedNames(declaration.id).slice(0, 1)
    return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
  })

/** A namespace: what its blocks export, in a record or in the function or class of the same name. */
export const moduleBlock = (
  m: Machine,
  node: TSModuleDeclaration,
  env: Env,
  evaluate: (body: ReadonlyArray<Directive | Statement>, inner: Env) => void,
): void => {
  if (node.declare || node.body?.type !== 'TSModuleBlock') return
  const { body } = node.body
  let outer = env
  let made: Thing | undefined
  for (const name of qualifiedNames(node.id)) {
    const cell: Cell | undefined = made === undefined ? outer.scope.cells.get(name) : cellAt(made, name)
    if (cell === undefined) return
    if (made !== undefined) outer.scope.cells.set(name, cell)
    const known = m.read(cell).find((atom): atom is Thing => atom.kind === 'thing')
    const own: Thing = known ?? record(m, { env, node }, `namespace ${name}`, {})
    m.write(cell, [own])
    outer = { ...outer, scope: exportScope(cell, outer.scope) }
    made = own
  }
  if (made === undefined) return
  const inner = within(outer, `n${node.start}`)
  for (const name of exportedIn(body)) {
    outer.scope.cells.set(name, cellAt(made, name))
    inner.scope.cells.set(name, cellAt(made, name))
  }
  declareVariables(body, inner)
  for (const each of body) alias(m, each, inner)
  evaluate(body, inner)
}

/** `import name = A.b` or `import name = require('…')`. */
export const alias = (m: Machine, statement: Directive | Statement, env: Env): void => {
  const node =
    statement.type === 'ExportNamedDeclaration' && statement.declaration !== null
      ? statement.declaration
      : statement
  if (node.type !== 'TSImportEqualsDeclaration' || node.importKind === 'type') return
  const cell = env.scope.cells.get(node.id.name) ?? cellOf()
  env.scope.cells.set(node.id.name, cell)
  m.write(cell, aliased(m, node, env))
}

const aliased = (m: Machine, node: TSImportEqualsDeclaration, env: Env): Value => {
  const site = { env, node }
  const { moduleReference } = node
  if (moduleReference.type === 'TSExternalModuleReference')
    return m.load(moduleReference.expression.value, site, true)
  const [first = '', ...names] = qualifiedNames(moduleReference)
  const cell = lookUp(env.scope, first)
  return names.reduce<Value>((of, name) => m.get(of, name, site), cell === undefined ? NOTHING : m.read(cell))
}
