import type { Directive, Expression, Statement, TryStatement, VariableDeclaration } from '@oxc-project/types'
import { blockOf, declare } from './block.ts'
import { cellIn } from './cell.ts'
import { choose } from './choice.ts'
import { classValue } from './class.ts'
import { closure, nameFunction } from './closure.ts'
import { boundNames } from './declared.ts'
import { argsOf, type Env, type Site, within } from './env.ts'
import { declareNames, forEach } from './loop.ts'
import type { Machine } from './machine.ts'
import { assign } from './pattern.ts'
import { enumeration, moduleBlock } from './typescript.ts'
import { ANYTHING, truth, UNDEFINED, union, type Value } from './value.ts'

type Body = ReadonlyArray<Directive | Statement>

/** Evaluates statements in order; whether their end may be reached. */
export const statements = (m: Machine, body: Body, env: Env): boolean => {
  for (const each of body) if (!statement(m, each, env)) return false
  return true
}

const block = (m: Machine, body: Body, env: Env, at: number): boolean => {
  const inner = blockOf(body, env, at)
  declare(m, body, inner)
  return statements(m, body, inner)
}

const statement = (m: Machine, node: Directive | Statement, env: Env): boolean => {
  switch (node.type) {
    case 'ExpressionStatement': {
      const value = m.expression(node.expression, env)
      // What is only called when it is asked for, and then left, was made to be called.
      for (const atom of value)
        if (atom.kind === 'thing' && atom.is === 'opaque' && !atom.isLazy) m.force([atom], { env, node })
      return true
    }
    case 'VariableDeclaration':
      variables(m, node, env)
      return true
    case 'BlockStatement':
      return block(m, node.body, env, node.start)
    case 'ReturnStatement':
      m.write(env.activation.result, node.argument === null ? UNDEFINED : m.expression(node.argument, env))
      return false
    case 'ThrowStatement':
      m.write(
        env.activation.thrown,
        m.expression(node.argument, env).filter((atom) => atom.kind === 'thing' && atom.is === 'record'),
      )
      return false
    case 'BreakStatement':
    case 'ContinueStatement':
      return false
    case 'IfStatement': {
      const is = truth(m.expression(node.test, env))
      const then = is === false ? false : statement(m, node.consequent, env)
      const otherwise = is === true ? false : node.alternate === null || statement(m, node.alternate, env)
      return then || otherwise
    }
    case 'ForStatement': {
      const inner = within(env, `l${node.start}`)
      if (node.init?.type === 'VariableDeclaration') {
        declareNames(node.init, inner)
        variables(m, node.init, inner)
      } else if (node.init !== null) m.expression(node.init, inner)
      if (node.test !== null && truth(m.expression(node.test, inner)) === false) return true
      statement(m, node.body, inner)
      if (node.update !== null) m.expression(node.update, inner)
      return true
    }
    case 'ForOfStatement':
    case 'ForInStatement':
      return forEach(m, node, env, (body, inner) => statement(m, body, inner))
    case 'WhileStatement':
      if (truth(m.expression(node.test, env)) !== false) statement(m, node.body, env)
      return true
    case 'DoWhileStatement':
      statement(m, node.body, env)
      m.expression(node.test, env)
      return true
    case 'LabeledStatement':
      statement(m, node.body, env)
      return true
    case 'SwitchStatement':
      return choose(m, node, env, (body, inner) => statements(m, body, inner))
    case 'TryStatement':
      return attempt(m, node, env)
    case 'WithStatement':
      m.expression(node.object, env)
      return statement(m, node.body, env)
    case 'ClassDeclaration': {
      const cell = node.id === null ? undefined : env.scope.cells.get(node.id.name)
      const made = classValue(m, node, env)
      if (cell !== undefined) m.write(cell, made)
      return true
    }
    case 'TSEnumDeclaration':
      enumeration(m, node, env)
      return true
    case 'TSModuleDeclaration':
      if (node.kind === 'global') return true
      moduleBlock(m, node, env, (body, inner) => {
        declare(m, body, inner)
        statements(m, body, inner)
      })
      return true
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) statement(m, node.declaration as Statement, env)
      return true
    case 'ExportDefaultDeclaration': {
      const { declaration } = node
      const cell = env.module.exports.get('default')
      if (declaration.type === 'ClassDeclaration') {
        const made = classValue(m, declaration, env)
        const own = declaration.id === null ? undefined : env.scope.cells.get(declaration.id.name)
        if (own !== undefined) m.write(own, made)
        if (cell !== undefined) m.write(cell, made)
      } else if (cell !== undefined && declaration.type === 'FunctionDeclaration') {
        nameFunction(declaration, 'default')
        m.write(cell, closure(m, declaration, env))
      } else if (
        cell !== undefined &&
        declaration.type !== 'TSInterfaceDeclaration' &&
        declaration.type !== 'TSDeclareFunction'
      )
        // What is left is an expression.
        m.write(cell, m.expression(declaration as Expression, env))
      return true
    }
    case 'TSExportAssignment':
      m.set([env.module.namespace], 'module.exports', m.expression(node.expression, env), { env, node })
      return true
    case 'TSImportEqualsDeclaration': {
      const cell = env.scope.cells.get(node.id.name)
      if (cell !== undefined && node.moduleReference.type === 'TSExternalModuleReference')
        m.write(cell, m.load(node.moduleReference.expression.value, { env, node }))
      return true
    }
    default:
      return true
  }
}

/** What is done with a resource at the end of its block: https://tc39.es/proposal-explicit-resource-management/ */
const dispose = (m: Machine, value: Value, site: Site): void => {
  for (const atom of value)
    for (const name of ['@@dispose', '@@asyncDispose'])
      m.call(
        m.get([atom], name, site).filter(({ kind }) => kind === 'thing'),
        [atom],
        argsOf(),
        site,
      )
}

const variables = (m: Machine, node: VariableDeclaration, env: Env): void => {
  for (const { id, init } of node.declarations) {
    if (init === null) {
      if (node.kind !== 'var' && !node.declare) assign(m, id, UNDEFINED, env)
      continue
    }
    if (id.type === 'Identifier') nameFunction(init, id.name)
    const value = m.expression(init, env)
    assign(m, id, value, env)
    if (node.kind === 'using' || node.kind === 'await using') dispose(m, value, { env, node: id })
  }
}

const attempt = (m: Machine, node: TryStatement, env: Env): boolean => {
  const tried = block(m, node.block.body, env, node.block.start)
  let caught = false
  if (node.handler !== null) {
    const inner = within(env, `c${node.handler.start}`)
    if (node.handler.param !== null) {
      for (const name of boundNames(node.handler.param)) cellIn(inner.scope.cells, name)
      assign(m, node.handler.param, union(ANYTHING, m.read(env.activation.thrown)), inner)
    }
    caught = block(m, node.handler.body.body, inner, node.handler.body.start)
  }
  const finished = node.finalizer === null || block(m, node.finalizer.body, env, node.finalizer.start)
  return finished && (tried || caught)
}
