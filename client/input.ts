import type { Codec, Encoded } from '../src/codec.ts'
import type { ParamName } from '../src/path.ts'

/** A value that has a text on the wire. */
export type Printable = string | number | boolean | bigint | Date

/** Fields of any names, each once or more often. */
type Loose = { readonly [name: string]: Printable | ReadonlyArray<Printable> | null | undefined }

/** An object with nothing in it. */
type Nothing = Readonly<Record<never, never>>

/** The names that may be left out. */
type Optional<A> = { [K in keyof A]-?: undefined extends A[K] ? K : never }[keyof A]

/** The same with what may be `undefined` left out. */
type Trimmed<A> = A extends object
  ? { readonly [K in Exclude<keyof A, Optional<A>>]: A[K] } & { readonly [K in Optional<A>]?: A[K] }
  : A

/** What has fields that are none of JSON's. */
type Whole = Date | ArrayBufferView | ArrayBuffer | ((...given: never) => unknown)

/** A body whose fields may be left out where they may be `undefined`, at every depth. */
type Sendable<A> = A extends object
  ? A extends Whole
    ? A
    : A extends ReadonlyArray<unknown>
      ? { [I in keyof A]: Sendable<A[I]> }
      : // Splitting the fields costs the compiler several times as much as copying them.
        undefined extends A[keyof A]
        ? { [K in keyof A as undefined extends A[K] ? never : K]: Sendable<A[K]> } & {
            [K in keyof A as undefined extends A[K] ? K : never]?: Sendable<A[K]>
          }
        : { [K in keyof A]: Sendable<A[K]> }
  : A

/** A part that a codec decodes: it may be left out where there is nothing that has to be in it. */
type Part<Name extends string, Sent> = Nothing extends Sent
  ? { readonly [Each in Name]?: Sent }
  : { readonly [Each in Name]: Sent }

type Params<P extends string, C> = C extends { readonly params: Codec }
  ? ParamsBy<ParamName<P>, Encoded<C['params']>>
  : ParamsBy<ParamName<P>, unknown>

type ParamsBy<Name extends string, Sent> = [Name] extends [never]
  ? unknown
  : { readonly params: { readonly [Each in Name]: Each extends keyof Sent ? Sent[Each] : Printable } }

type Body<C> = C extends { readonly body: Codec }
  ? undefined extends Encoded<C['body']>
    ? { readonly body?: Sendable<Encoded<C['body']>> }
    : { readonly body: Sendable<Encoded<C['body']>> }
  : { readonly body?: unknown }

type Several<T> = T extends ReadonlyArray<infer Each> ? Each : T

/**
 * What is not `application/json` has to be said to be what it is: the client knows the contract by its type alone, and sends
 * that where the call names no content type.
 */
type ContentType<C> = C extends { readonly body: Codec; readonly accepts: infer T }
  ? string extends Several<T>
    ? unknown
    : [Extract<Several<T>, 'application/json' | `application/json;${string}`>] extends [never]
      ? { readonly headers: { readonly 'content-type': Named<Several<T>> } }
      : unknown
  : unknown

type Named<Type> = Type extends string ? Type | `${Type};${string}` : never

type Query<C> = C extends { readonly query: Codec }
  ? Part<'query', Trimmed<Encoded<C['query']>>>
  : { readonly query?: Loose }

type Headers<C> = C extends { readonly headers: Codec }
  ? Part<'headers', Trimmed<Encoded<C['headers']>> & Loose>
  : { readonly headers?: Loose }

type Cookies<C> = C extends { readonly cookies: Codec }
  ? Part<'cookies', Trimmed<Encoded<C['cookies']>>>
  : { readonly cookies?: { readonly [name: string]: Printable | null | undefined } }

/** What a call may say whatever its route's contract. */
interface Common {
  readonly query?: Loose
  readonly headers?: Loose
  readonly cookies?: { readonly [name: string]: Printable | null | undefined }
}

/** What is said of a call beside its path's parameters and its body; most contracts ask for nothing there. */
type Rest<C> = keyof C & ('query' | 'headers' | 'cookies' | 'accepts') extends never
  ? Common
  : Query<C> & Headers<C> & Cookies<C> & ContentType<C>

/** What a call of a route takes: its path's parameters, and what its contract asks for. */
export type Input<P extends string, C> = Params<P, C> &
  Body<C> &
  Rest<C> & {
    /** Ends the call. */
    readonly signal?: AbortSignal
  }

/** The same as a call's parameters: it may be left out where nothing has to be in it. */
export type InputOf<P extends string, C> =
  Nothing extends Input<P, C> ? readonly [input?: Input<P, C>] : readonly [input: Input<P, C>]
