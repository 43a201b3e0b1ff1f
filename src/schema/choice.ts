import type { JsonSchema } from './json-schema.ts'
import { hasOnly, NEVER } from './writer.ts'

const typeOf = (value: unknown): string => (value === null ? 'null' : typeof value)

/** The values that a schema lists; nothing when it does not list them. */
export const listed = (schema: JsonSchema): ReadonlyArray<unknown> | undefined => {
  if (schema.type === 'null' && hasOnly(schema, 'type')) return [null]
  if (!hasOnly(schema, 'type', 'const', 'enum')) return undefined
  return 'const' in schema ? [schema.const] : schema.enum
}

/** The schema of some values: a constant, or a choice. */
export const oneOfValues = (values: ReadonlyArray<unknown>): JsonSchema => {
  if (values.length === 0) return NEVER
  const types = [...new Set(values.map(typeOf))]
  const type = types.length === 1 && types[0] !== undefined ? types[0] : types
  if (values.length > 1) return { type, enum: values }
  return type === 'null' ? { type } : { type, const: values[0] }
}

/** The schema of what meets any of some, as short as it can be said. */
export const anyOf = (schemas: ReadonlyArray<JsonSchema>): JsonSchema => {
  const distinct = [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()]
  const possible = distinct.filter((each) => JSON.stringify(each) !== JSON.stringify(NEVER))
  const [first] = possible
  if (first === undefined) return NEVER
  if (possible.length === 1) return first
  if (possible.some((each) => Object.keys(each).length === 0)) return {}
  const values = possible.map(listed)
  if (values.every((each) => each !== undefined)) return oneOfValues([...new Set(values.flat())])
  const types = possible.map(({ type }) => type)
  if (possible.every((each) => hasOnly(each, 'type')) && types.every((type) => typeof type === 'string'))
    return { type: types }
  return { anyOf: possible }
}
