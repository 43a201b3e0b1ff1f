import type * as t from '#io-ts'
import { isIoType } from '../codec/io-type.ts'
import { type About, type Meaning, meaningOf } from '../codec/meaning.ts'
import { adopted } from './adopted.ts'
import type { JsonSchema } from './json-schema.ts'
import { tagged } from './tagged.ts'
import { inside, type Site } from './view.ts'
import { NEVER, type Writer } from './writer.ts'

type Of<K extends Meaning['kind']> = Extract<Meaning, { readonly kind: K }>

const isForTexts = ({ view }: Site): boolean => view === 'form' || view === 'parameter'

/** A value as it is in a document that is looked at so: that of a parameter is what its text stands for. */
export const jsonValue = (codec: t.Mixed, value: unknown, site: Site): unknown => {
  const meaning = meaningOf(codec)
  switch (meaning?.kind) {
    case 'text': {
      const isBare = isForTexts(site) && meaning.parameter.type !== 'string'
      return isBare ? value : codec.encode(value)
    }
    case 'list':
      return Array.isArray(value) ? value.map((each) => jsonValue(meaning.item, each, site)) : value
    case 'optional':
      return value === undefined ? value : jsonValue(meaning.codec, value, site)
    case 'default':
    case 'limited':
      return jsonValue(meaning.codec, value, site)
    case 'described':
      return isIoType(meaning.codec) && meaning.about.schema === undefined
        ? jsonValue(meaning.codec, value, site)
        : codec.encode(value)
    default:
      return codec.encode(value)
  }
}

const textSchema = ({ parameter, input, output }: Of<'text'>, site: Site): JsonSchema =>
  isForTexts(site) ? parameter : site.view === 'output' ? output : input

const listSchema = (codec: t.Mixed, meaning: Of<'list'>, site: Site, writer: Writer): JsonSchema => {
  const items = writer.write(meaning.item, inside(site, '[]'))
  const array: JsonSchema = { type: 'array', items }
  if (isForTexts(site)) return array
  if (meaning.separator !== undefined)
    return writer.fail(codec, site, 'a list in one text has no schema in JSON; use t.array(…) there')
  return site.view === 'output' ? array : { anyOf: [array, items] }
}

/** The narrower of two limits of one kind. */
const narrower = (limit: string, a: number, b: number): number =>
  /^(?:min|exclusiveMin)/.test(limit) ? Math.max(a, b) : Math.min(a, b)

const both = (schema: JsonSchema, limits: JsonSchema): JsonSchema => {
  const merged: Record<string, unknown> = { ...schema }
  for (const [limit, value] of Object.entries(limits)) {
    const before = merged[limit]
    if (before === undefined) merged[limit] = value
    else if (typeof before === 'number' && typeof value === 'number')
      merged[limit] = narrower(limit, before, value)
    else return { allOf: [schema, limits] }
  }
  return merged
}

/** The codec that a text's limits are of, through what may be missing and what is described. */
const isNumberAsText = (codec: t.Mixed): boolean => {
  const meaning = meaningOf(codec)
  if (meaning?.kind === 'text') return meaning.parameter.type !== 'string'
  return (
    meaning !== undefined && 'codec' in meaning && isIoType(meaning.codec) && isNumberAsText(meaning.codec)
  )
}

const limitedSchema = ({ codec, limits }: Of<'limited'>, site: Site, writer: Writer): JsonSchema => {
  const schema = writer.write(codec, site)
  if (!isForTexts(site) && isNumberAsText(codec))
    return site.view === 'output'
      ? schema
      : writer.fail(
          codec,
          site,
          'limits of a number in a text have no schema in JSON; use limited(t.number, …)',
        )
  // A value alone is a list of one, which is too short where more are demanded.
  const [array] = schema.anyOf ?? []
  const isTooShort = Number(limits.minItems ?? 0) > 1 && array?.type === 'array'
  return both(isTooShort ? array : schema, limits)
}

/** What a description says beside the schema. */
export const annotations = ({ title, description, examples, deprecated }: About): JsonSchema => ({
  ...(title !== undefined && { title }),
  ...(description !== undefined && { description }),
  ...(examples !== undefined && { examples }),
  ...(deprecated !== undefined && { deprecated }),
})

/** The schema of a codec of any kind that an author has described. */
export const describedSchema = (
  { codec, about }: Of<'described'>,
  site: Site,
  writer: Writer,
): JsonSchema => {
  const said = annotations(about)
  if (about.schema !== undefined) return { ...adopted(codec, about.schema, site, writer), ...said }
  const type = isIoType(codec) && meaningOf(codec) === undefined ? tagged(codec) : undefined
  // What a check demands beyond its type can be said in words.
  if (type?._tag === 'RefinementType' && about.description !== undefined)
    return { ...writer.write(type.type, site), ...said }
  return { ...(about.name === undefined ? writer.write(codec, site) : writer.writeOut(codec, site)), ...said }
}

/** The schema of a codec that says what it is. */
export const meantSchema = (codec: t.Mixed, meaning: Meaning, site: Site, writer: Writer): JsonSchema => {
  switch (meaning.kind) {
    case 'text':
      return site.view === 'form'
        ? writer.fail(codec, site, `'${codec.name}' is no record of texts; use t.type({ … })`)
        : textSchema(meaning, site)
    case 'list':
      return listSchema(codec, meaning, site, writer)
    case 'optional':
      return writer.write(meaning.codec, site)
    case 'default': {
      const schema = writer.write(meaning.codec, site)
      return site.view === 'output' || schema === NEVER
        ? schema
        : { ...schema, default: jsonValue(meaning.codec, meaning.value, site) }
    }
    case 'limited':
      return limitedSchema(meaning, site, writer)
    case 'described':
      return describedSchema(meaning, site, writer)
  }
}
