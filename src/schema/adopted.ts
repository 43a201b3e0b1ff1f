import type { Codec } from '../codec.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Site } from './view.ts'
import type { Writer } from './writer.ts'

/** Keywords whose values are schemas by name, are lists of schemas, or are one schema (JSON Schema 2020-12, Core §10). */
const BY_NAME = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'])
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const SINGLE = new Set([
  ...['items', 'additionalItems', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems'],
  ...['unevaluatedProperties', 'not', 'if', 'then', 'else'],
])

type Step = (schema: JsonSchema) => JsonSchema

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema in which each schema has passed a step, those inside first. Constants and examples are no schemas. */
const mapped = (schema: JsonSchema, step: Step): JsonSchema => {
  const one = (value: unknown): unknown => (isSchema(value) ? mapped(value, step) : value)
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (BY_NAME.has(keyword) && isSchema(value))
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, one(each)]))]
    if (Array.isArray(value) && (LISTS.has(keyword) || SINGLE.has(keyword))) return [keyword, value.map(one)]
    return [keyword, SINGLE.has(keyword) ? one(value) : value]
  })
  return step(Object.fromEntries(entries))
}

/** What older dialects call otherwise: a list of items' schemas by place. */
const renewed: Step = (schema) => {
  const { items, additionalItems, ...others } = schema
  if (!Array.isArray(items)) return schema
  return {
    ...others,
    ...(items.length > 0 && { prefixItems: items }),
    ...(isSchema(additionalItems) || additionalItems === false
      ? { items: additionalItems as JsonSchema }
      : {}),
  }
}

const definitionOf = (ref: string): string | undefined =>
  /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(ref)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~')

/** Names that nobody gave: the root's, and those that libraries count up, which change with every schema made before. */
const COUNTED = /^(?:#|(?:__schema|alias|domain|intersection|morph|proto|structure|sequence|union|unit)\d+)$/

/** Schemas by what refers to them: `#` for the root, otherwise a name. */
type Definitions = ReadonlyMap<string, JsonSchema>

const definitionsOf = ({ $schema: _, $defs, definitions, ...root }: JsonSchema): Definitions =>
  new Map([
    ['#', root],
    ...[definitions, $defs].flatMap((each) =>
      Object.entries(each ?? {}).flatMap(([name, schema]) =>
        isSchema(schema) ? [[name, schema] as const] : [],
      ),
    ),
  ])

const targetOf = (ref: string): string | undefined => (ref === '#' ? ref : definitionOf(ref))

/** Those that are met again within themselves: each circle goes through one of them, so the others can be written out. */
const circular = (definitions: Definitions): ReadonlySet<string> => {
  const [circles, done, way] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const visit = (name: string): void => {
    const schema = definitions.get(name)
    if (way.has(name)) circles.add(name)
    if (schema === undefined || done.has(name) || way.has(name)) return
    way.add(name)
    mapped(schema, (each) => {
      const next = each.$ref === undefined ? undefined : targetOf(each.$ref)
      if (next !== undefined) visit(next)
      return each
    })
    way.delete(name)
    done.add(name)
  }
  visit('#')
  return circles
}

/** All that a definition says, in words that do not depend on the names around it. */
const markOf = (name: string, definitions: Definitions, way: ReadonlyArray<string> = []): JsonSchema => {
  const within = [name, ...way]
  return mapped(definitions.get(name) ?? {}, (each) => {
    const next = each.$ref === undefined ? undefined : targetOf(each.$ref)
    if (next === undefined || !definitions.has(next)) return each
    const above = within.indexOf(next)
    return { ...each, $ref: above === -1 ? JSON.stringify(markOf(next, definitions, within)) : `${above} up` }
  })
}

/**
 * A schema that another library or the author has made, as a part of this document. What it defines moves to where the
 * document has its definitions, since its references would lead astray in there; what is only defined to be counted is
 * written out again, unless it holds itself.
 */
export const adopted = (codec: Codec, given: object, site: Site, writer: Writer): JsonSchema => {
  // A copy, of what is JSON: libraries add things that are not.
  const definitions = definitionsOf(mapped(JSON.parse(JSON.stringify(given)), renewed))
  const circles = circular(definitions)

  const refer = (ref: string): JsonSchema => {
    const name = targetOf(ref)
    const target = name === undefined ? undefined : definitions.get(name)
    if (name === undefined || target === undefined)
      return ref.startsWith('#')
        ? writer.fail(codec, site, `its schema refers to '${ref}', which is neither '#' nor in its '$defs'`)
        : { $ref: ref }
    const isCounted = COUNTED.test(name)
    if (isCounted && !circles.has(name)) return placed(target)
    const mark = JSON.stringify(markOf(name, definitions))
    return writer.define(isCounted ? 'Recursive' : name, !isCounted, site, mark, () => placed(target))
  }
  const placed = (schema: JsonSchema): JsonSchema =>
    mapped(schema, ({ $ref, ...others }) => ($ref === undefined ? others : { ...refer($ref), ...others }))
  return refer('#')
}
