import * as t from '#io-ts'
import { MEANING, type Meant } from './meaning.ts'
import { standard, type WireCodec } from './standard.ts'

/** A context in which a codec stands in for what wraps it, so that errors ask for what is missing, not for `undefined`. */
export const inPlace = (context: t.Context, type: t.Mixed): t.Context => {
  const last = context[context.length - 1]
  return last === undefined ? context : [...context.slice(0, -1), { ...last, type }]
}

/**
 * What may be missing: it decodes to `undefined` then, and `undefined` is left out.
 *
 * @since 0.1.0
 * @example
 * get('/users', { query: t.type({ page: optional(integer) }) }) // query: { page: number | undefined }
 */
export const optional = <C extends t.Mixed>(
  codec: C,
): WireCodec<C['_A'] | undefined, C['_O'] | undefined> => {
  const made = new t.Type<C['_A'] | undefined, C['_O'] | undefined>(
    `optional ${codec.name}`,
    (value) => value === undefined || codec.is(value),
    (value, context) =>
      value === undefined ? t.success(value) : codec.validate(value, inPlace(context, codec)),
    codec.encode === t.identity ? t.identity : (value) => (value === undefined ? value : codec.encode(value)),
  )
  const meant: Meant = { [MEANING]: { kind: 'optional', codec, validate: made.validate } }
  return standard(Object.assign(made, meant))
}
