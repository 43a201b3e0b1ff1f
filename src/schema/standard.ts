import type { StandardSchema } from '../codec.ts'
import { adopted } from './adopted.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Site } from './view.ts'
import { NEVER, type Writer } from './writer.ts'

/** What Standard JSON Schema v1 adds to a Standard Schema (standardschema.dev/json-schema). */
interface Converter {
  readonly input: (options: {
    readonly target: 'draft-2020-12'
    readonly libraryOptions?: { readonly [option: string]: unknown }
  }) => JsonSchema
}

const converterOf = (schema: StandardSchema): Converter | undefined => {
  const standard: StandardSchema['~standard'] & { readonly jsonSchema?: Converter } = schema['~standard']
  return standard.jsonSchema
}

/**
 * What arktype is to do with what has no schema: left to itself it would let anything pass there, without a word. A value
 * that JSON cannot hold, such as `undefined`, can be left out; what a schema cannot check is said without it.
 */
const fallback = ({ code, base }: { readonly code: string; readonly base: JsonSchema }): JsonSchema => {
  if (code === 'unit') return NEVER
  if (code === 'predicate' || code === 'morph') return base
  throw new Error(`JSON Schema has no word for it (${code})`)
}

/**
 * The schema of a Standard Schema, as its library makes it. On the wire it is its input, in answers as in requests: a
 * handler's answer is what the schema takes.
 */
export const standardSchema = (codec: StandardSchema, site: Site, writer: Writer): JsonSchema => {
  const { vendor } = codec['~standard']
  const converter = converterOf(codec)
  if (converter === undefined)
    return writer.fail(
      codec,
      site,
      `a schema of ${vendor} does not say its JSON Schema; convert it with the tool of its library (2020-12) and give it by describe(codec, { schema: … })`,
    )
  try {
    const libraryOptions = vendor === 'arktype' ? { libraryOptions: { fallback } } : {}
    return adopted(codec, converter.input({ target: 'draft-2020-12', ...libraryOptions }), site, writer)
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200)
    return writer.fail(
      codec,
      site,
      `${vendor} cannot say its JSON Schema (${reason}); give it by describe(codec, { schema: … })`,
    )
  }
}
