import type * as t from '#io-ts'
import type { Codec } from '../codec.ts'
import type { JsonSchema } from '../schema/json-schema.ts'

/**
 * What a description says of a codec.
 *
 * @since 0.1.0
 */
export interface About {
  /**
   * The JSON Schema of what is on the wire, in the place of whatever would be derived; for a codec that has none of its
   * own. It may be what another library has made.
   */
  readonly schema?: object
  /** The name under which a document has it once and refers to it: letters, digits, `.`, `_` and `-`. */
  readonly name?: string
  /** A line for people. */
  readonly title?: string
  /** More for people, as CommonMark. */
  readonly description?: string
  /** Values as they are in a document; a date is a text. */
  readonly examples?: ReadonlyArray<unknown>
  /** Whether callers should do without it. */
  readonly deprecated?: boolean
}

/** How a codec validates as it was made: a copy may have another one. */
interface Made {
  readonly validate: t.Mixed['validate']
}

/** What may be missing. */
interface Missable extends Made {
  readonly codec: t.Mixed
}

/** Several of something. */
interface Several extends Made {
  readonly item: t.Mixed
  readonly separator?: string | undefined
  /** The items of what came. */
  readonly itemsOf: (value: unknown) => ReadonlyArray<unknown>
}

/** What a codec is, where its io-ts tag does not say it; for the making of schemas. */
export type Meaning =
  | {
      readonly kind: 'text'
      /** The schema of what the text stands for, as OpenAPI describes a parameter. */
      readonly parameter: JsonSchema
      /** The schema of the text itself, in a JSON document that is read. */
      readonly input: JsonSchema
      /** The same in one that is written. */
      readonly output: JsonSchema
    }
  | ({ readonly kind: 'list' } & Several)
  | ({ readonly kind: 'optional' } & Missable)
  | ({ readonly kind: 'default'; readonly value: unknown } & Missable)
  | { readonly kind: 'limited'; readonly codec: t.Mixed; readonly limits: JsonSchema }
  | { readonly kind: 'described'; readonly codec: Codec; readonly about: About }

/**
 * Where a codec keeps its meaning. It is of the global registry, because a document may be made by another copy of calix
 * than the one in an app's bundle.
 */
export const MEANING: unique symbol = Symbol.for('calix.meaning')

/** A codec that says what it is. */
export interface Meant {
  readonly [MEANING]: Meaning
}

/** What a codec says that it is, if it does. */
export const meaningOf = (codec: Codec): Meaning | undefined =>
  MEANING in codec ? (codec as Meant)[MEANING] : undefined
