import type { Codec } from '../codec.ts'

/** A step of the way to where io-ts found something: what it decoded there, and with which codec. */
export interface ContextEntry {
  readonly key: string
  readonly type: { readonly name: string }
  readonly actual?: unknown
}

/** One thing that io-ts found wrong. */
export interface ValidationError {
  readonly value: unknown
  readonly context: ReadonlyArray<ContextEntry>
  readonly message?: string | undefined
}

/** What io-ts makes of a value: fp-ts's `Either`. */
export type Validation =
  | { readonly _tag: 'Left'; readonly left: ReadonlyArray<ValidationError> }
  | { readonly _tag: 'Right'; readonly right: unknown }

/**
 * An io-ts codec as it is at run time. It is told by its shape: io-ts itself is not imported, so that an app without
 * it does not carry it, and one that has another copy is understood as well.
 */
export interface IoTsCodec {
  readonly _A: unknown
  readonly _O: unknown
  readonly name: string
  is(value: unknown): boolean
  validate(value: unknown, context: ReadonlyArray<ContextEntry>): Validation
  decode(value: unknown): Validation
  encode(value: unknown): unknown
  readonly _tag?: string
  /** What an array, a refinement and the like are made of. */
  readonly type?: IoTsCodec
  /** What a union, an intersection or a tuple is made of. */
  readonly types?: ReadonlyArray<IoTsCodec>
  readonly props?: { readonly [name: string]: IoTsCodec }
  /** The field that tells the members of a union apart, where io-ts found one. */
  readonly tag?: string
  readonly value?: unknown
  readonly keys?: { readonly [name: string]: unknown }
  predicate?(value: unknown): boolean
  readonly domain?: IoTsCodec
  readonly codomain?: IoTsCodec
}

/** The kinds of codecs that add something to another one, and decode what that decodes. */
export const LAYERS = /^(?:Exact|Readonly|Recursive|Refinement)Type$/

/** Whether a codec is one of io-ts, or behaves as one. */
export const isIoTs = (codec: object): codec is IoTsCodec =>
  'validate' in codec &&
  typeof codec.validate === 'function' &&
  'decode' in codec &&
  typeof codec.decode === 'function' &&
  'is' in codec &&
  typeof codec.is === 'function'

/** Whether a value is a codec of either kind. */
export const isCodec = (value: unknown): value is Codec =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  (isIoTs(value) || '~standard' in value)

/** Whether a value is what io-ts takes for a record: any object that is no array. */
export const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
