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

/**
 * The names that a program uses as values. An import whose names are only types is no import: compilers leave it out, and
 * what the module does as it loads is never done.
 */
export const referencedNames = (program: Program): ReadonlySet<string> => {
  const before = known.get(program)
  if (before !== undefined) return before
  const names = new Set<string>()
  const queue: unknown[] = [...program.body]
  while (queue.length > 0) {
    const node = queue.pop()
    if (Array.isArray(node)) {
      for (const each of node) if (typeof each === 'object' && each !== null) queue.push(each)
      continue
    }
    if (typeof node !== 'object' || node === null) continue
    const type = 'type' in node ? String(node.type) : ''
    if (type === 'ImportDeclaration') continue
    if (type.startsWith('TS') && !VALUES.test(type)) continue
    if ((type === 'Identifier' || type === 'JSXIdentifier') && 'name' in node) names.add(String(node.name))
    for (const name in node) {
      if (name === 'type' || TYPES.has(name)) continue
      const value: unknown = Reflect.get(node, name)
      if (typeof value === 'object' && value !== null) queue.push(value)
    }
  }
  known.set(program, names)
  return names
}
