/**
 * A JSON Schema of the 2020-12 dialect (json-schema.org/draft/2020-12), as a plain object that JSON can hold. The
 * keywords that calix writes are typed, and any other may be there.
 *
 * @since 0.1.0
 */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | ReadonlyArray<string>
  readonly format?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly const?: unknown
  readonly anyOf?: ReadonlyArray<JsonSchema>
  readonly allOf?: ReadonlyArray<JsonSchema>
  readonly not?: JsonSchema
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: ReadonlyArray<string>
  readonly items?: JsonSchema
  readonly prefixItems?: ReadonlyArray<JsonSchema>
  readonly minItems?: number
  readonly pattern?: string
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly examples?: ReadonlyArray<unknown>
  readonly deprecated?: boolean
  readonly [keyword: string]: unknown
}
