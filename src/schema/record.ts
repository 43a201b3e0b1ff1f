import type * as t from '#io-ts'
import { listed } from './choice.ts'
import type { JsonSchema } from './json-schema.ts'
import { objectSchema, within } from './object.ts'
import { tagged } from './tagged.ts'
import { inside, type Site } from './view.ts'
import type { Writer } from './writer.ts'

const UUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'

/** The pattern of the names that a record reads; nothing for any name, and `null` where no pattern says it. */
const patternOf = (domain: JsonSchema): string | undefined | null => {
  const { type, pattern, format, ...others } = domain
  if (type !== 'string' || Object.keys(others).length > 0) return null
  if (format === 'uuid' && pattern === undefined) return UUID
  return format === undefined ? pattern : null
}

/** Whether io-ts reads the names off a domain, and then demands each of them. */
const isListed = (domain: t.Mixed): boolean => {
  const type = tagged(domain)
  if (type?._tag === 'UnionType') return type.types.every(isListed)
  return type?._tag === 'LiteralType' || type?._tag === 'KeyofType'
}

/** The schema of a record by the codec of its names. Names that it does not take are dropped, whatever they hold. */
export const recordSchema = (
  codec: t.DictionaryType<t.Mixed, t.Mixed>,
  site: Site,
  writer: Writer,
): JsonSchema => {
  const view = within(site)
  const isDemanded = isListed(codec.domain)
  // io-ts takes an array for a record of anything, unless it knows the names.
  const isAnything = tagged(codec.codomain)?._tag === 'AnyType' && !isDemanded
  const type = isAnything ? ['object', 'array'] : 'object'
  const domain = writer.writeOut(codec.domain, inside(site, '(names)', view === 'parameter' ? 'input' : view))
  const names = listed(domain)
  if (names !== undefined) {
    const props = Object.fromEntries(names.map((name) => [String(name), codec.codomain]))
    return { ...objectSchema(props, site, writer, !isDemanded), type }
  }
  const schema = writer.write(codec.codomain, inside(site, '(values)', view))
  const pattern = patternOf(domain)
  if (pattern === null)
    return writer.fail(
      codec,
      site,
      `no schema says which names '${codec.domain.name}' takes; use t.string or limited(t.string, { pattern })`,
    )
  if (isAnything && pattern === undefined) return { type }
  return {
    type,
    ...(pattern === undefined
      ? { additionalProperties: schema }
      : { patternProperties: { [pattern]: schema } }),
  }
}
