import type { ExportNamedDeclaration, ImportDeclaration, Program, Statement } from '@oxc-project/types'
import type { Source } from '../modules/source.ts'
import { type Activation, activationOf } from './activation.ts'
import { declare, declareVariables } from './block.ts'
import { cellIn, cellOf } from './cell.ts'
import type { Env, Scope, Site } from './env.ts'
import { envOf } from './function.ts'
import type { Machine } from './machine.ts'
import type { Module } from './module.ts'
import { declareExports, declareImports, nameOf } from './module-exports.ts'
import { usedImports } from './references.ts'
import { statements } from './statement.ts'
import type { Thing } from './thing.ts'
import { cellAt, exotic, plain, put } from './things.ts'
import { alias } from './typescript.ts'
import { ANYTHING, NOTHING, textValue, UNDEFINED, unionOf, type Value } from './value.ts'

/** A module of a source. Its activation is what it does as it loads. */
export const moduleOf = (m: Machine, source: Source, name: string): Module => {
  const exports = new Map<string, ReturnType<typeof cellOf>>()
  const stars = cellOf()
  const assigned = cellOf()
  const exported = plain(`#exports ${source.file}`, 'record')
  const holder = plain(`#module ${source.file}`, 'record')
  put(holder, 'exports', assigned)
  assigned.value = [exported]
  // Files may export all of each other.
  const asking = new Set<string>()
  const namespace = exotic(
    `#namespace ${source.file}`,
    'namespace',
    {},
    (key, site) => {
      if (key === undefined) {
        if (asking.has('*')) return NOTHING
        asking.add('*')
        try {
          const others = [m.read(stars), m.read(assigned)].map((each) => m.get(each, undefined, site))
          return unionOf([...[...exports.values()].map(m.read), ...others])
        } finally {
          asking.delete('*')
        }
      }
      const own = cellIn(exports, key)
      const found = m.read(own)
      if (found.length > 0) return found
      if (asking.has(key)) return NOTHING
      asking.add(key)
      try {
        const starred = m.get(m.read(stars), key, site)
        if (starred.length > 0) return starred
      } finally {
        asking.delete(key)
      }
      const common = m.read(assigned)
      if (isAssigned(common, exported)) {
        const named = m.get(common, key, site)
        const isThere = named.some((atom) => atom.kind !== 'literal')
        return key === 'default' && !isThere ? common : named
      }
      return NOTHING
    },
    () => namesOf(m, exports, m.read(stars), asking),
  )
  const outer: Scope = {
    cells: new Map([
      ['module', cellOf([holder])],
      ['exports', cellOf([exported])],
    ]),
    outer: undefined,
  }
  const module: Module = {
    source,
    exports,
    stars,
    assigned,
    namespace,
    activation: activationOf(`module ${source.file}`, name, source, (self) => run(m, module, self, outer)),
  }
  return module
}

/** The names that a module exports, those of what it exports all of among them. */
const namesOf = (
  m: Machine,
  exports: Module['exports'],
  stars: Value,
  asking: Set<string>,
): ReadonlyArray<string> => {
  if (asking.has('names')) return []
  asking.add('names')
  const own = [...exports].filter(([, cell]) => m.read(cell).length > 0).map(([name]) => name)
  const others = stars.flatMap((atom) =>
    atom.kind === 'thing' && atom.is === 'exotic' ? (atom.names?.() ?? []) : [],
  )
  asking.delete('names')
  return [...new Set([...own, ...others.filter((name) => name !== 'default')])]
}

/** Whether a module has said something by `exports` or `module.exports`. */
const isAssigned = (value: Value, exported: { readonly props: ReadonlyMap<string, unknown> }): boolean =>
  value.length > 1 || value.some((atom) => atom !== exported) || exported.props.size > 0

/** What `require` gives: what a CommonJS module has said, and the namespace of any other. */
export const required = (m: Machine, module: Module): Value => {
  const common = m.read(module.assigned)
  const [first] = common
  const said =
    common.length > 1 ||
    (first?.kind === 'thing' &&
      (first.is !== 'record' || first.props.size > 0 || !first.key.startsWith('#exports')))
  return said && module.exports.size === 0 ? common : [module.namespace]
}

/** Modules whose variables are there. */
const begun = new WeakSet<Activation>()

const run = (m: Machine, module: Module, activation: Activation, outer: Scope): void => {
  const { program } = module.source
  const env = envOf(activation, { module, scope: outer }, UNDEFINED)
  declareImports(program, env)
  declareVariables(program.body, env)
  declare(m, program.body, env)
  const isFirst = !begun.has(activation)
  begun.add(activation)
  declareExports(m, program, env, isFirst)
  for (const each of program.body) if (isStatement(each)) link(m, each, env)
  statements(m, program.body, env)
  for (const each of program.body)
    if (each.type === 'TSExportAssignment') m.write(module.assigned, m.expression(each.expression, env))
}

const isStatement = (node: Program['body'][number]): node is Statement => !('directive' in node)

/** Loads what a statement imports, and gives its names what they are imported for. */
const link = (m: Machine, node: Statement, env: Env): void => {
  const site: Site = { env, node }
  if (node.type === 'ImportDeclaration') imports(m, node, env)
  else if (node.type === 'ExportAllDeclaration' && node.exportKind !== 'type') {
    const from = m.load(node.source.value, site)
    if (node.exported === null) m.write(env.module.stars, from)
    else m.write(cellIn(env.module.exports, nameOf(node.exported)), from)
  } else if (node.type === 'ExportNamedDeclaration' && node.source !== null && node.exportKind !== 'type')
    reexports(m, node, node.source.value, env)
  else alias(m, node, env)
}

const reexports = (m: Machine, node: ExportNamedDeclaration, specifier: string, env: Env): void => {
  const site: Site = { env, node }
  const wanted = node.specifiers.filter(({ exportKind }) => exportKind !== 'type')
  if (wanted.length === 0 && node.specifiers.length > 0) return
  const from = m.load(specifier, site)
  for (const { local, exported } of wanted)
    m.write(
      cellIn(env.module.exports, nameOf(exported)),
      nameOf(local) === '*' ? from : m.get(from, nameOf(local), site),
    )
}

const CALLED = /^(?:function|class|native)$/

const imports = (m: Machine, node: ImportDeclaration, env: Env): void => {
  if (node.importKind === 'type') return
  const { source } = env.module
  const site: Site = { env, node }
  const used = source.isTypeScript ? usedImports(source.program) : undefined
  const wanted = node.specifiers.filter(
    (each) =>
      !(each.type === 'ImportSpecifier' && each.importKind === 'type') &&
      (used === undefined || used.has(each.local.name)),
  )
  if (wanted.length === 0 && node.specifiers.length > 0 && source.isTypeScript) return
  const from = m.load(node.source.value, site)
  for (const each of wanted) {
    const cell = env.scope.cells.get(each.local.name)
    if (cell === undefined) continue
    const value =
      each.type === 'ImportNamespaceSpecifier'
        ? whole(m, from, node.source.value, site)
        : m.get(from, each.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(each.imported), {
            env,
            node: each,
          })
    m.write(cell, value)
  }
}

/** A function that CommonJS exports is called by the name of the whole where compilers make it so. */
const whole = (m: Machine, from: Value, specifier: string, site: Site): Value => {
  const required = m.load(specifier, site, true)
  return unionOf([from, required.filter((atom) => atom.kind === 'thing' && CALLED.test(atom.is))])
}

/** What an import of a JSON file gives. */
export const jsonNamespace = (m: Machine, file: string, value: Value): Thing =>
  exotic(`#json ${file}`, 'namespace', {}, (key, site) =>
    key === 'default' ? value : m.get(value, key, site),
  )

/** What a JSON file says. */
export const jsonValue = (file: string, text: string): Value => {
  let count = 0
  const go = (value: unknown): Value => {
    if (typeof value === 'string') return textValue(value)
    if (typeof value === 'object' && value !== null) {
      count += 1
      const made = plain(`#json ${file} ${count}`, Array.isArray(value) ? 'array' : 'record')
      for (const [name, each] of Object.entries(value)) cellAt(made, name).value = go(each)
      return [made]
    }
    return ANYTHING
  }
  return go(JSON.parse(text))
}
