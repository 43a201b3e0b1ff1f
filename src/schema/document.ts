import type { Codec } from '../codec.ts'
import type { JsonSchema } from './json-schema.ts'
import { NoSchemaError } from './problem.ts'
import { jsonSchemas } from './schemas.ts'
import type { View } from './view.ts'

/**
 * The JSON Schema 2020-12 of what a codec has on the wire, as a document of its own.
 *
 * @param view how it is looked at: what is decoded (`input`) when absent
 * @throws NoSchemaError that names everything in the codec that has no schema.
 * @since 0.1.0
 * @example
 * jsonSchema(t.type({ name: t.string })) // { $schema: …, type: 'object', properties: { name: { type: 'string' } }, … }
 */
export const jsonSchema = (codec: Codec, view: View = 'input'): JsonSchema => {
  const prefix = '#/$defs/'
  const draft = jsonSchemas({ prefix })
  draft.of(codec, view, 'the codec')
  const schemas = jsonSchemas({ prefix, uses: draft.uses() })
  const { schema } = schemas.of(codec, view, 'the codec')
  const problems = schemas.problems()
  if (problems.length > 0) throw new NoSchemaError(problems)
  const named = schemas.named()
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schema,
    ...(Object.keys(named).length > 0 && { $defs: named }),
  }
}
