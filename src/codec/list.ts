import { isLeft } from '#fp/Either'
import * as t from '#io-ts'
import { expectedOf } from '../decode/expected.ts'
import { assertOptions } from '../options.ts'
import { MEANING, type Meant } from './meaning.ts'
import { standard, type WireCodec } from './standard.ts'

/**
 * How a list is written.
 *
 * @since 0.1.0
 */
export interface ListOptions {
  /** What is between the items of one text, such as `,`; each item is a value of its own when absent. */
  readonly separator?: string
}

/** Whether a text can be one item among others. */
const isSeparable = (written: unknown, separator: string): written is string =>
  typeof written === 'string' && written.trim() === written && written !== '' && !written.includes(separator)

/** The items of what came; a list that was sent in several values is one list, as with headers (RFC 9110 §5.2). */
const itemsOf = (value: unknown, separator: string | undefined): ReadonlyArray<unknown> => {
  if (value === undefined) return []
  const values = Array.isArray(value) ? value : [value]
  if (separator === undefined) return values
  return values.flatMap((each) =>
    typeof each === 'string'
      ? each
          .split(separator)
          .map((item) => item.trim())
          .filter((item) => item !== '')
      : [each],
  )
}

/**
 * Several values under one name: `?id=1&id=2`. One value alone is a list of one, and a missing one the empty list, which
 * cannot be written otherwise; `limited(list(…), { minItems: 1 })` demands one. With a separator they are in one text,
 * `?id=1,2`: spaces around items and empty items do not count (RFC 9110 §5.6.1).
 *
 * @param item the codec of each
 * @throws TypeError when the separator is empty. Encoding throws one for an item that has the separator in it, is empty
 * or has spaces around it, since it would arrive as another list.
 * @since 0.1.0
 * @example
 * get('/users', { query: t.type({ id: list(integer), fields: list(t.string, { separator: ',' }) }) })
 */
export function list<C extends t.Mixed>(
  item: C,
  options?: { readonly separator?: never },
): WireCodec<ReadonlyArray<C['_A']>, ReadonlyArray<C['_O']> | undefined>
export function list<C extends t.Mixed>(
  item: C,
  options: ListOptions,
): WireCodec<ReadonlyArray<C['_A']>, string | undefined>
export function list<C extends t.Mixed>(
  item: C,
  options: ListOptions = {},
): WireCodec<ReadonlyArray<C['_A']>, string | ReadonlyArray<C['_O']> | undefined> {
  assertOptions('list(…)', options, ['separator'])
  const { separator } = options
  if (separator === '') throw new TypeError('list(…): the separator is empty; leave it out, or name a text')
  const print = (values: ReadonlyArray<C['_A']>): string | ReadonlyArray<C['_O']> => {
    const items = values.map((each) => item.encode(each))
    if (separator === undefined) return items
    const wrong = items.findIndex((each) => !isSeparable(each, separator))
    if (wrong !== -1)
      throw new TypeError(
        `list(…): item ${wrong} cannot be written between '${separator}': it has that in it, is empty, has spaces around it, or is no text`,
      )
    return items.join(separator)
  }
  const made = new t.Type<ReadonlyArray<C['_A']>, string | ReadonlyArray<C['_O']> | undefined>(
    `list of ${expectedOf(item)}`,
    (value): value is ReadonlyArray<C['_A']> =>
      Array.isArray(value) &&
      value.every(
        (each) => item.is(each) && (separator === undefined || isSeparable(item.encode(each), separator)),
      ),
    (value, context) => {
      const actual = itemsOf(value, separator)
      const last = context[context.length - 1]
      // The list, not the text, is what the items' places are counted in.
      const above = last === undefined ? context : [...context.slice(0, -1), { ...last, actual }]
      const errors: t.Errors = []
      const items: Array<C['_A']> = []
      for (const [index, each] of actual.entries()) {
        const result = item.validate(each, t.appendContext(above, String(index), item, each))
        if (isLeft(result)) errors.push(...result.left)
        else items.push(result.right)
      }
      return errors.length > 0 ? t.failures(errors) : t.success(items)
    },
    print,
  )
  const meant: Meant = {
    [MEANING]: {
      ...{ kind: 'list', item, separator, validate: made.validate },
      itemsOf: (value) => itemsOf(value, separator),
    },
  }
  return standard(Object.assign(made, meant))
}
