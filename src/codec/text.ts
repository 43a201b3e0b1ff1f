import * as t from '#io-ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import { MEANING, type Meant } from './meaning.ts'
import { standard, type WireCodec } from './standard.ts'

/** How values of a type are written as texts. */
interface Writing<A, O> {
  /** What errors say is expected. */
  readonly name: string
  readonly is: t.Is<A>
  /** The value that a text stands for; nothing when it stands for none. */
  readonly parse: (text: string) => A | undefined
  readonly print: (value: A) => O
  /** See `Meaning`. */
  readonly parameter: JsonSchema
  readonly input: JsonSchema
  readonly output?: JsonSchema
}

/** A codec of texts. */
export const text = <A, O extends string = string>(writing: Writing<A, O>): WireCodec<A, O> => {
  const { name, is, parse, print, parameter, input, output = input } = writing
  const codec: t.Type<A, O> = new t.Type(
    name,
    is,
    (value, context) => {
      const parsed = typeof value === 'string' ? parse(value) : undefined
      return parsed === undefined ? t.failure(value, context) : t.success(parsed)
    },
    print,
  )
  const meant: Meant = { [MEANING]: { kind: 'text', parameter, input, output } }
  return standard(Object.assign(codec, meant))
}
