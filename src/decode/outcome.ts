import type { Refusal } from './issues.ts'

/** Names of a query with a text where a Standard Schema asks for a list. */
export interface LoneValues {
  readonly names: ReadonlySet<string>
  /** What else is wrong with the query. */
  readonly others?: Refusal | undefined
}

/** What decoding a part of a request comes to. */
export type Outcome =
  | { readonly decoded: unknown }
  | (Refusal & { readonly loneValues?: LoneValues | undefined })

/** Decodes one part; later, where a Standard Schema takes its time. */
export type Decode = (value: unknown) => Outcome | PromiseLike<Outcome>
