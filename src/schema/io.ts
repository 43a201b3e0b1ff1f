import type * as t from '#io-ts'
import { anyOf, oneOfValues } from './choice.ts'
import type { JsonSchema } from './json-schema.ts'
import { misplaced } from './misplaced.ts'
import { mayBeMissing } from './missing.ts'
import { allOf, objectSchema } from './object.ts'
import { recordSchema } from './record.ts'
import { isWhole, type Tagged } from './tagged.ts'
import { inside, type Site } from './view.ts'
import { NEVER, type Writer } from './writer.ts'

/** The schema of an item of an array. JSON has no `undefined`: where one is in an array, it is sent as null. */
const itemSchema = (item: t.Mixed, site: Site, writer: Writer): JsonSchema => {
  const schema = writer.write(item, site)
  return site.view === 'output' && mayBeMissing(item, 'output') ? anyOf([schema, { type: 'null' }]) : schema
}

const tupleSchema = (items: ReadonlyArray<t.Mixed>, site: Site, writer: Writer): JsonSchema => {
  const isNeeded = (item: t.Mixed): boolean => site.view === 'output' || !mayBeMissing(item, site.view)
  const minItems = items.findLastIndex(isNeeded) + 1
  return {
    type: 'array',
    ...(items.length > 0 && {
      prefixItems: items.map((item, index) => itemSchema(item, inside(site, `[${index}]`), writer)),
    }),
    ...(minItems > 0 && { minItems }),
  }
}

/** The schema of a codec of io-ts, by its tag; nothing when there is none for it. */
export const ioSchema = (codec: Tagged, site: Site, writer: Writer): JsonSchema | undefined => {
  const wrong = misplaced(codec, site)
  if (wrong !== undefined) return writer.fail(codec as t.Mixed, site, wrong)
  switch (codec._tag) {
    case 'NullType':
      return { type: 'null' }
    case 'UndefinedType':
    case 'VoidType':
    case 'NeverType':
      return NEVER
    case 'UnknownType':
    case 'AnyType':
      return {}
    case 'StringType':
      return { type: 'string' }
    case 'NumberType':
      return { type: 'number' }
    case 'BooleanType':
      return { type: 'boolean' }
    case 'AnyArrayType':
      return { type: 'array' }
    case 'AnyDictionaryType':
      return { type: 'object' }
    case 'ObjectType':
      return { type: ['object', 'array'] }
    case 'LiteralType':
      return Number.isNaN(codec.value) ? NEVER : oneOfValues([codec.value])
    case 'KeyofType':
      return oneOfValues(Object.keys(codec.keys))
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return { type: 'array', items: itemSchema(codec.type, inside(site, '[]'), writer) }
    case 'InterfaceType':
    case 'StrictType':
      return objectSchema(codec.props, site, writer)
    case 'PartialType':
      return objectSchema(codec.props, site, writer, true)
    case 'DictionaryType':
      return recordSchema(codec, site, writer)
    case 'UnionType':
      return anyOf(codec.types.map((each) => writer.write(each, site)))
    case 'IntersectionType':
      return allOf(codec.types.map((each) => writer.write(each, site)))
    case 'TupleType':
      return tupleSchema(codec.types, site, writer)
    case 'RecursiveType':
      return writer.writeOut(codec.type, site)
    case 'ReadonlyType':
    case 'ExactType':
      // Fields that an exact codec does not declare are dropped, so they may come; and an answer may gain some.
      return writer.write(codec.type as t.Mixed, site)
    case 'RefinementType':
      return isWhole(codec) && site.view !== 'parameter' ? { type: 'integer' } : undefined
    default:
      return undefined
  }
}
