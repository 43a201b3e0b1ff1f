import * as t from '#io-ts'

/** A codec of what a predicate holds for; its name is what a message says was expected. */
const where = <A>(expected: string, is: (value: unknown) => value is A): t.Type<A> =>
  new t.Type(
    expected,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  )

const digits = (value: number): string => value.toLocaleString('en-US')

/** A whole number of something, in a range. */
export const whole = (of: string, least: number, most = Number.MAX_SAFE_INTEGER): t.Type<number> =>
  where(
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number${of}, ${digits(least)} or more`
      : `a whole number${of}, ${digits(least)} to ${digits(most)}`,
    (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  )

/** A number that is not negative, nor endless. */
export const amount = (of: string): t.Type<number> =>
  where(
    `a number${of}, 0 or more`,
    (value): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value),
  )

export const yesOrNo: t.Type<boolean> = where('true or false', (value) => typeof value === 'boolean')

/** Text in a form. */
export const text = (expected: string, form: RegExp = /./s): t.Type<string> =>
  where(expected, (value): value is string => typeof value === 'string' && form.test(value))

/** Any text, even none. */
export const anyText: t.Type<string> = text('a string', /^/)

/** One of a few values, all of which the message names. */
export const oneOf = <const A extends ReadonlyArray<string | number | boolean>>(
  values: A,
): t.Type<A[number]> => {
  const all = values.map((each) => (typeof each === 'string' ? `'${each}'` : String(each)))
  const list = `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
  return where(list, (value): value is A[number] => values.some((each) => each === value))
}

/** A list of values, and how many there may be. */
export const list = <A>(
  expected: string,
  codec: t.Type<A>,
  most = Number.POSITIVE_INFINITY,
): t.Type<ReadonlyArray<A>> => {
  const items = t.readonlyArray(codec, expected)
  return new t.Type(
    expected,
    items.is,
    (value, context) =>
      Array.isArray(value) && value.length > most
        ? t.failure(value, context, `expected ${expected}, got ${value.length}`)
        : items.validate(value, context),
    t.identity,
  )
}

/** One value, or a list of such. */
export const oneOrList = (expected: string, codec: t.Type<string>): t.Type<string | ReadonlyArray<string>> =>
  where(
    expected,
    (value): value is string | ReadonlyArray<string> =>
      codec.is(value) || (Array.isArray(value) && value.length > 0 && value.every(codec.is)),
  )
