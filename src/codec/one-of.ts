import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

/**
 * One of some words, typed as such. Words alone: a choice of numbers is `limited(integer, …)`, or words. A string in JSON
 * too, so it serves in bodies as well.
 *
 * @param words all that there are, in the order in which errors and documents list them
 * @since 0.1.0
 * @example
 * get('/users', { query: t.type({ order: withDefault(oneOf('asc', 'desc'), 'asc') }) })
 */
export const oneOf = <const W extends readonly [string, ...ReadonlyArray<string>]>(
  ...words: W
): WireCodec<W[number], W[number]> => {
  const known: ReadonlySet<unknown> = new Set(words)
  const is = (value: unknown): value is W[number] => known.has(value)
  const schema = { type: 'string', enum: [...known] }
  return text<W[number], W[number]>({
    name: `one of ${words.map((word) => JSON.stringify(word)).join(', ')}`,
    is,
    parse: (written) => (is(written) ? written : undefined),
    print: (value) => value,
    parameter: schema,
    input: schema,
  })
}
