/**
 * What Standard Schema v1 asks of a validator (standardschema.dev): zod, valibot, arktype and others offer it.
 *
 * @since 0.1.0
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a Standard Schema says of a value. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: ReadonlyArray<StandardIssue> }

/** One thing that a Standard Schema finds wrong. */
export interface StandardIssue {
  readonly message: string
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

/**
 * The types of an io-ts codec, which are all that inference reads of one: what it decodes to, and what it encodes to.
 *
 * @since 0.1.0
 */
export interface IoCodec {
  readonly _A: unknown
  readonly _O: unknown
}

/**
 * What decodes a part of a request or describes an answer: an io-ts codec, or any Standard Schema.
 *
 * @since 0.1.0
 */
export type Codec = IoCodec | StandardSchema

/**
 * What a codec decodes to: what a handler gets.
 *
 * @since 0.1.0
 */
export type Decoded<C> = C extends IoCodec
  ? C['_A']
  : C extends { readonly '~standard': { readonly types?: { readonly output: infer A } | undefined } }
    ? A
    : unknown

/**
 * What a codec decodes from, and encodes to: what a client sends.
 *
 * @since 0.1.0
 */
export type Encoded<C> = C extends IoCodec
  ? C['_O']
  : C extends { readonly '~standard': { readonly types?: { readonly input: infer I } | undefined } }
    ? I
    : unknown
