import { isIoType } from '../codec/io-type.ts'
import { meaningOf } from '../codec/meaning.ts'
import type { Codec } from '../codec.ts'
import type { JsonSchema } from './json-schema.ts'
import { mayBeMissing } from './missing.ts'
import { allOf } from './object.ts'
import type { Schemas } from './schemas.ts'
import { tagged } from './tagged.ts'
import { inside, type Site } from './view.ts'

/** One text of a record of texts, such as a query has, as OpenAPI describes a parameter (3.1, Parameter Object). */
export interface Parameter {
  readonly name: string
  /** Of what the text stands for. */
  readonly schema: JsonSchema
  readonly isRequired: boolean
  /** Whether there are several values under the name, or in its text. */
  readonly isList: boolean
  /** What is between the values of one text; each comes by itself when absent. */
  readonly separator?: string
  readonly description?: string
  readonly deprecated?: boolean
}

interface Field {
  readonly name: string
  readonly codec: Codec
  readonly isPartial: boolean
}

const fieldsIn = (props: { readonly [name: string]: Codec }, isPartial: boolean): ReadonlyArray<Field> =>
  Object.entries(props).map(([name, codec]) => ({ name, codec, isPartial }))

/** The fields that a codec of a record declares; nothing where it declares none by name. */
const fieldsOf = (codec: Codec): ReadonlyArray<Field> | undefined => {
  const meaning = meaningOf(codec)
  if (meaning?.kind === 'described')
    return meaning.about.schema === undefined ? fieldsOf(meaning.codec) : undefined
  if (!isIoType(codec) || meaning !== undefined) return undefined
  const type = tagged(codec)
  switch (type?._tag) {
    case 'InterfaceType':
    case 'StrictType':
      return fieldsIn(type.props, false)
    case 'PartialType':
      return fieldsIn(type.props, true)
    case 'ExactType':
      return fieldsOf(type.type as Codec)
    case 'ReadonlyType':
    case 'RefinementType':
    case 'RecursiveType':
      return fieldsOf(type.type)
    case 'IntersectionType': {
      const all = type.types.map(fieldsOf)
      return all.every((each) => each !== undefined) ? all.flat() : undefined
    }
    default:
      return undefined
  }
}

/** How a codec's values are listed, if they are. */
const listing = (codec: Codec): Pick<Parameter, 'isList' | 'separator'> => {
  const meaning = meaningOf(codec)
  if (meaning === undefined || meaning.kind === 'text') return { isList: false }
  if (meaning.kind !== 'list') return listing(meaning.codec)
  return { isList: true, ...(meaning.separator !== undefined && { separator: meaning.separator }) }
}

const resolve = (schemas: Schemas, { $ref, ...schema }: JsonSchema): JsonSchema =>
  $ref === undefined ? schema : { ...schemas.named()[$ref.slice($ref.lastIndexOf('/') + 1)], ...schema }

const parameter = (
  schemas: Schemas,
  name: string,
  schema: JsonSchema,
  how: Pick<Parameter, 'isRequired' | 'isList' | 'separator'>,
): Parameter => {
  const { description: _, deprecated: __, ...others } = schema
  // What is said of a codec with a name stands where the name does.
  const { description, deprecated } = resolve(schemas, schema)
  return {
    name,
    schema: others,
    ...how,
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
  }
}

const isArray = (schemas: Schemas, schema: JsonSchema): boolean => resolve(schemas, schema).type === 'array'

const fromFields = (schemas: Schemas, fields: ReadonlyArray<Field>, site: Site): ReadonlyArray<Parameter> =>
  [...Map.groupBy(fields, ({ name }) => name)].map(([name, same]) => {
    // An intersection may declare a field more than once: it has to meet all of that.
    const written = same.map(({ codec }) => schemas.at(codec, inside(site, name, 'parameter')).schema)
    const isRequired = same.some(({ codec, isPartial }) => !isPartial && !mayBeMissing(codec, 'parameter'))
    const schema = allOf(written)
    const list = same.map(({ codec }) => listing(codec)).find(({ isList }) => isList)
    return parameter(schemas, name, schema, { isRequired, ...(list ?? { isList: isArray(schemas, schema) }) })
  })

/**
 * The parameters that a codec of a query, of headers, cookies or a path declares: one for each field. A codec that does
 * not declare fields by name is a problem, which `schemas` notes.
 *
 * @param where what a message calls the place: `GET /users query`
 * @param repeats whether a name may come more than once
 */
export const parametersOf = (
  schemas: Schemas,
  codec: Codec,
  where: string,
  repeats = false,
): ReadonlyArray<Parameter> => {
  const site: Site = { view: 'form', where, path: [], repeats }
  const fields = fieldsOf(codec)
  if (fields !== undefined) {
    // The whole is written as well: a check of its own, around the fields, has to be described too.
    schemas.at(codec, site)
    return fromFields(schemas, fields, site)
  }
  const before = schemas.problems().length
  const { properties, required = [] } = resolve(schemas, schemas.at(codec, site).schema)
  if (properties === undefined) {
    if (schemas.problems().length === before)
      schemas.fail(codec, site, 'it declares no fields by name; use t.type({ … })')
    return []
  }
  return Object.entries(properties).map(([name, schema]) =>
    parameter(schemas, name, schema, {
      isRequired: required.includes(name),
      isList: isArray(schemas, schema),
    }),
  )
}
