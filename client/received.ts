/** What JSON keeps of an object: what it has no word for is left out, and what may be missing may be missing. */
type Fields<A> = {
  [K in keyof A as Kept<A[K]> extends never ? never : undefined extends A[K] ? never : K]: Received<A[K]>
} & {
  [K in keyof A as Kept<A[K]> extends never ? never : undefined extends A[K] ? K : never]?: Received<
    Exclude<A[K], undefined>
  >
}

/** What of a value JSON keeps in an object. */
type Kept<A> = Exclude<A, undefined | symbol | ((...given: never) => unknown)>

/** One object in the place of several, as a person would write it. */
type Flat<A> = { [K in keyof A]: A[K] }

type Items<A extends ReadonlyArray<unknown>> = {
  [I in keyof A]: A[I] extends undefined ? null : Received<A[I]>
}

/** A Web `Response`, by its shape: not every project knows its name. Of what is in its body, its type says nothing. */
interface WebResponse {
  readonly bodyUsed: boolean
  readonly status: number
  readonly clone: () => unknown
}

/** What is JSON already. */
type Plain = string | number | boolean | null | ReadonlyArray<Plain> | { readonly [name: string]: Plain }

/**
 * What arrives of a value that is sent: what JSON makes of it; text and bytes as they are.
 *
 * @since 0.1.0
 * @example
 * type User = Received<{ name: string; born: Date }> // { name: string; born: string }
 */
export type Received<A> = unknown extends A
  ? unknown
  : A extends Plain
    ? A
    : // biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing has this type.
      A extends undefined | void
      ? null
      : A extends WebResponse
        ? unknown
        : A extends { toJSON: () => infer Json }
          ? Received<Json>
          : A extends ArrayBufferView | ArrayBuffer
            ? Uint8Array
            : A extends bigint | symbol | ((...given: never) => unknown)
              ? never
              : A extends ReadonlyArray<unknown>
                ? Items<A>
                : A extends object
                  ? Flat<Fields<A>>
                  : never
