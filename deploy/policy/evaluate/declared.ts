import type {
  BindingPattern,
  Directive,
  ForStatementLeft,
  Function as FunctionNode,
  Statement,
  TSModuleDeclaration,
  TSModuleReference,
  TSTypeName,
  VariableDeclaration,
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
  for (const each of body) collect(each, names)
  const all = [...names]
  variables.set(body, all)
  return all
}

type Holder = Directive | Statement | VariableDeclaration

/** Adds the names of the `var`s of a statement and of those within it: nothing but a statement has any. */
const collect = (node: Holder | ForStatementLeft | null | undefined, names: Set<string>): void => {
  switch (node?.type) {
    case 'VariableDeclaration':
      if (node.kind === 'var')
        for (const { id } of node.declarations) for (const name of boundNames(id)) names.add(name)
      return
    case 'ExportNamedDeclaration':
      if (node.declaration?.type === 'VariableDeclaration') collect(node.declaration, names)
      return
    case 'BlockStatement':
      for (const each of node.body) collect(each, names)
      return
    case 'IfStatement':
      collect(node.consequent, names)
      collect(node.alternate, names)
      return
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') collect(node.init, names)
      collect(node.body, names)
      return
    case 'ForInStatement':
    case 'ForOfStatement':
      collect(node.left, names)
      collect(node.body, names)
      return
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      collect(node.body, names)
      return
    case 'SwitchStatement':
      for (const { consequent } of node.cases) for (const each of consequent) collect(each, names)
      return
    case 'TryStatement':
      collect(node.block, names)
      collect(node.handler?.body, names)
      collect(node.finalizer, names)
  }
}
