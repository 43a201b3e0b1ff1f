import type {
  BindingPattern,
  Directive,
  Function as FunctionNode,
  Statement,
  TSModuleDeclaration,
  TSModuleReference,
  TSTypeName,
} from '@oxc-project/types'

type Body = ReadonlyArray<Directive | Statement>

/** The names that a pattern binds. */
export const boundNames = (pattern: BindingPattern): ReadonlyArray<string> => {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'AssignmentPattern':
      return boundNames(pattern.left)
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        boundNames(each.type === 'RestElement' ? each.argument : each.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) =>
        each === null ? [] : boundNames(each.type === 'RestElement' ? each.argument : each),
      )
  }
}

/** The names of `A.b.c`, outermost first. */
export const qualifiedNames = (
  of: TSModuleDeclaration['id'] | TSModuleReference | TSTypeName,
): ReadonlyArray<string> => {
  if (of.type === 'Identifier') return [of.name]
  return of.type === 'TSQualifiedName' ? [...qualifiedNames(of.left), of.right.name] : []
}

/** What a block declares for itself. */
export interface Declared {
  readonly names: ReadonlyArray<string>
  /** Functions, which are there before the block begins. */
  readonly functions: ReadonlyArray<FunctionNode>
}

const declarationIn = (statement: Directive | Statement): Directive | Statement => {
  if (statement.type === 'ExportNamedDeclaration') return statement.declaration ?? statement
  if (statement.type === 'ExportDefaultDeclaration') {
    const { declaration } = statement
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
      return declaration
  }
  return statement
}

const blocks = new WeakMap<Body, Declared>()

/** What a block declares, not what blocks within it do. */
export const declaredIn = (body: Body): Declared => {
  const known = blocks.get(body)
  if (known !== undefined) return known
  const names: string[] = []
  const functions: FunctionNode[] = []
  for (const each of body) {
    const statement = declarationIn(each)
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var')
      for (const { id } of statement.declarations) names.push(...boundNames(id))
    if (statement.type === 'FunctionDeclaration' && statement.body !== null) {
      functions.push(statement)
      if (statement.id !== null) names.push(statement.id.name)
    }
    if (statement.type === 'ClassDeclaration' && statement.id !== null) names.push(statement.id.name)
    if (statement.type === 'TSEnumDeclaration') names.push(statement.id.name)
    if (statement.type === 'TSModuleDeclaration') names.push(...qualifiedNames(statement.id).slice(0, 1))
    if (statement.type === 'TSImportEqualsDeclaration') names.push(statement.id.name)
  }
  const declared = { names, functions }
  blocks.set(body, declared)
  return declared
}

const variables = new WeakMap<object, ReadonlyArray<string>>()

/** The `var`s of a function or module, wherever in it they are. */
export const variablesIn = (body: Body): ReadonlyArray<string> => {
  const known = variables.get(body)
  if (known !== undefined) return known
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each)
      return
    }
    if (typeof node !== 'object' || node === null || !('type' in node)) return
    const { type } = node
    if (typeof type !== 'string' || /Function|Class|Expression$|^TS/.test(type)) return
    if (isVariables(node))
      for (const { id } of node.declarations) for (const name of boundNames(id)) names.add(name)
    for (const value of Object.values(node)) if (typeof value === 'object') visit(value)
  }
  visit(body)
  const all = [...names]
  variables.set(body, all)
  return all
}

const isVariables = (node: object): node is Extract<Statement, { type: 'VariableDeclaration' }> =>
  'type' in node && node.type === 'VariableDeclaration' && 'kind' in node && node.kind === 'var'
