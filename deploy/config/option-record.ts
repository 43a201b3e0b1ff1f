import { isLeft, isRight } from '#fp/Either'
import * as t from '#io-ts'
import { didYouMean } from './did-you-mean.ts'
import { named } from './mistake.ts'

/** A codec for each key of a type, no more and no less, so that the two cannot drift apart. */
export type CodecsOf<A> = { readonly [K in keyof A]-?: t.Type<Exclude<A[K], undefined>> }

type Optional<A, K extends keyof A> = { readonly [P in K]?: A[P] }
type RequiredKey<A> = { [K in keyof A]-?: Optional<A, K> extends Pick<A, K> ? never : K }[keyof A]

/** What a record of options is. */
export interface OptionRecord<A> {
  /** What is expected where it is something else: `a stage`. */
  readonly name: string
  readonly codecs: CodecsOf<A>
  readonly required: Readonly<Record<RequiredKey<A>, true>>
  /** Options of other places, each with whose it is: `a stage`. */
  readonly elsewhere?: ReadonlyMap<string, string>
}

/** Whether a value is a record, as JSON and object literals are: neither a list nor null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record of options, each with its codec; a key that is none of them is an error that names the nearest. */
export const optionRecord = <A extends object>(of: OptionRecord<A>): t.Type<A> => {
  const codecs = new Map<string, t.Mixed>(Object.entries(of.codecs))
  const refuse = (key: string): string => {
    const place = of.elsewhere?.get(key)
    return place === undefined
      ? `unknown option ${named(key)}${didYouMean(key, [...codecs.keys()])}`
      : `${named(key)} is an option of ${place}: move it there`
  }
  const validate: t.Validate<unknown, A> = (value, context) => {
    if (!isRecord(value)) return t.failure(value, context)
    const errors: t.Errors = []
    const entries: Array<readonly [string, unknown]> = []
    for (const [key, each] of Object.entries(value)) {
      const codec = codecs.get(key) ?? t.never
      const inner = t.appendContext(context, key, codec, each)
      if (!codecs.has(key)) errors.push({ value: each, context: inner, message: refuse(key) })
      else if (each !== undefined) {
        const result = codec.validate(each, inner)
        if (isLeft(result)) errors.push(...result.left)
        else entries.push([key, result.right])
      }
    }
    for (const key of Object.keys(of.required))
      if (!Object.hasOwn(value, key) || value[key] === undefined)
        errors.push({ value: undefined, context: t.appendContext(context, key, codecs.get(key) ?? t.never) })
    // Every entry has been decoded by the codec of its key, and none that must be there is missing.
    return errors.length > 0 ? t.failures(errors) : t.success(Object.fromEntries(entries) as A)
  }
  return new t.Type(of.name, (value): value is A => isRight(validate(value, [])), validate, t.identity)
}

/**
 * A record of values under names that are free.
 *
 * @param refusal what is wrong with a name, or nothing.
 */
export const recordOf = <A>(
  name: string,
  codec: t.Type<A>,
  refusal: (key: string) => string | undefined = () => undefined,
): t.Type<Readonly<Record<string, A>>> => {
  const validate: t.Validate<unknown, Readonly<Record<string, A>>> = (value, context) => {
    if (!isRecord(value)) return t.failure(value, context)
    const errors: t.Errors = []
    const entries: Array<readonly [string, A]> = []
    for (const [key, each] of Object.entries(value)) {
      const inner = t.appendContext(context, key, codec, each)
      const message = refusal(key)
      const result = codec.validate(each, inner)
      if (message !== undefined) errors.push({ value: each, context: inner, message })
      else if (isLeft(result)) errors.push(...result.left)
      else entries.push([key, result.right])
    }
    // Not by assignment: a name may be `__proto__`.
    return errors.length > 0 ? t.failures(errors) : t.success(Object.fromEntries(entries))
  }
  const is = (value: unknown): value is Readonly<Record<string, A>> => isRight(validate(value, []))
  return new t.Type(name, is, validate, t.identity)
}
