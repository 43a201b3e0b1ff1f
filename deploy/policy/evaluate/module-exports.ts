import type { ModuleExportName, Program } from '@oxc-project/types'
import { cellIn } from './cell.ts'
import { boundNames } from './declared.ts'
import type { Env } from './env.ts'
import type { Machine } from './machine.ts'

/** What an import or export is called by. */
export const nameOf = (name: ModuleExportName): string =>
  name.type === 'Literal' ? String(name.value) : name.name

/** Makes the cells of what a program imports. */
export const declareImports = (program: Program, env: Env): void => {
  for (const each of program.body)
    if (each.type === 'ImportDeclaration')
      for (const { local } of each.specifiers) cellIn(env.scope.cells, local.name)
}

/** An export is the very variable that it exports. */
export const declareExports = (m: Machine, program: Program, env: Env, isFirst: boolean): void => {
  const { exports } = env.module
  const share = (local: string, exported: string): void => {
    const cell = env.scope.cells.get(local)
    const asked = exports.get(exported)
    if (cell === undefined || asked === cell) return
    if (asked === undefined) exports.set(exported, cell)
    else if (isFirst && ![...exports].some(([name, each]) => name !== exported && each === cell)) {
      // Somebody has read it already: that is the variable, then.
      env.scope.cells.set(local, asked)
      m.write(asked, m.read(cell))
    } else m.write(asked, m.read(cell))
  }
  for (const each of program.body) {
    if (each.type === 'ExportDefaultDeclaration') cellIn(exports, 'default')
    if (each.type !== 'ExportNamedDeclaration' || each.source !== null) continue
    const { declaration } = each
    if (declaration?.type === 'VariableDeclaration')
      for (const { id } of declaration.declarations) for (const name of boundNames(id)) share(name, name)
    else if (declaration !== null && 'id' in declaration && declaration.id?.type === 'Identifier')
      share(declaration.id.name, declaration.id.name)
    for (const { local, exported } of each.specifiers) share(nameOf(local), nameOf(exported))
  }
}
