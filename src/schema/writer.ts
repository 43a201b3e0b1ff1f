import type { Codec } from '../codec.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Site } from './view.ts'

/** What the making of one schema asks of the document around it. */
export interface Writer {
  /** The schema of a codec within another: a reference where the codec has a name. */
  readonly write: (codec: Codec, site: Site) => JsonSchema
  /** The same, written out. */
  readonly writeOut: (codec: Codec, site: Site) => JsonSchema
  /**
   * A reference to what a library has defined. A name that an author gave has to be one schema's alone; another is counted
   * up. What has the same mark is the same.
   */
  readonly define: (
    name: string,
    isGiven: boolean,
    site: Site,
    mark: string,
    make: () => JsonSchema,
  ) => JsonSchema
  /** Notes a problem, and gives what stands for the schema until the author sees it. */
  readonly fail: (codec: Codec, site: Site, message: string) => JsonSchema
}

/** The schema that nothing meets: JSON has no `undefined`. */
export const NEVER: JsonSchema = Object.freeze({ not: {} })

/** Whether a schema says only this. */
export const hasOnly = (schema: JsonSchema, ...keywords: ReadonlyArray<string>): boolean =>
  Object.keys(schema).every((keyword) => keywords.includes(keyword))
