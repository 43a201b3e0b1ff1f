import type { Program } from '@oxc-project/types'

const known = new WeakMap<Program, ReadonlySet<string>>()

const TYPES = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
  'implements',
])

/** Of these the value is a part: `x as T`, `x!`, enums, namespaces, `import x = require()`. */
const VALUES =
  /^TS(?:AsExpression|SatisfiesExpression|TypeAssertion|NonNullExpression|InstantiationExpression|Enum\w+|Module\w+|ExportAssignment|ImportEqualsDeclaration|ExternalModuleReference|ParameterProperty|QualifiedName)$/

/** Whatever has keys: of which kind it is says its `type`. */
type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/**
 * The names that a program imports and uses as values. An import whose names are only types is no import: compilers leave
 * it out, and what the module does as it loads is never done.
 */
export const usedImports = (program: Program): ReadonlySet<string> => {
  const before = known.get(program)
  if (before !== undefined) return before
  const imports = program.body.filter((each) => each.type === 'ImportDeclaration')
  const names = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name))
  const left = new Set(names)
  const queue: Node[] = [{ body: program.body }]
  for (let node = queue.pop(); node !== undefined && left.size > 0; node = queue.pop()) {
    const { type, name } = node
    if (type === 'ImportDeclaration') continue
    if (typeof type === 'string' && type.startsWith('TS') && !VALUES.test(type)) continue
    if ((type === 'Identifier' || type === 'JSXIdentifier') && typeof name === 'string') left.delete(name)
    for (const key in node) {
      const value = node[key]
      if (typeof value !== 'object' || TYPES.has(key) || !isNode(value)) continue
      if (!Array.isArray(value)) queue.push(value)
      else for (const each of value) if (isNode(each)) queue.push(each)
    }
  }
  const used = new Set(names.filter((name) => !left.has(name)))
  known.set(program, used)
  return used
}
