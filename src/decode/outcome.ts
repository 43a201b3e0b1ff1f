import type { Refusal } from './issues.ts'

/** What decoding a part of a request comes to. */
export type Outcome = { readonly decoded: unknown } | Refusal

/** Decodes one part; later, where a Standard Schema takes its time. */
export type Decode = (value: unknown) => Outcome | PromiseLike<Outcome>
