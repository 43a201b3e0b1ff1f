import * as t from '#io-ts'
import { MEANING, type Meant } from './meaning.ts'
import { inPlace } from './optional.ts'
import { standard, type WireCodec } from './standard.ts'

/**
 * What has a value of its own where it is missing. An object is copied for each request, so that none sees what another
 * does to it.
 *
 * @param value what the handler gets then; documents show it
 * @throws TypeError when the codec would not take the value.
 * @since 0.1.0
 * @example
 * get('/users', { query: t.type({ page: withDefault(integer, 1) }) }) // query: { page: number }
 */
export const withDefault = <C extends t.Mixed>(
  codec: C,
  value: NoInfer<C['_A']>,
): WireCodec<C['_A'], C['_O'] | undefined> => {
  if (!codec.is(value))
    throw new TypeError(`withDefault: the default is not what its codec takes, which is ${codec.name}`)
  const isShared = typeof value === 'object' && value !== null
  const made = new t.Type<C['_A'], C['_O'] | undefined>(
    `${codec.name} with a default`,
    codec.is,
    (given, context) =>
      given === undefined
        ? t.success(isShared ? structuredClone(value) : value)
        : codec.validate(given, inPlace(context, codec)),
    codec.encode,
  )
  const meant: Meant = { [MEANING]: { kind: 'default', codec, value, validate: made.validate } }
  return standard(Object.assign(made, meant))
}
