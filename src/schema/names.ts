import type * as t from '#io-ts'
import { isIoType } from '../codec/io-type.ts'
import { meaningOf } from '../codec/meaning.ts'
import type { Codec } from '../codec.ts'
import { isWhole, tagged } from './tagged.ts'
import type { View } from './view.ts'

const IDENTIFIER = /^[\w.-]+$/

/** What has a structure, or a rule, that is worth a name. io-ts makes default names for it that no identifier looks like. */
const NAMED: ReadonlySet<string> = new Set([
  ...[
    'InterfaceType',
    'PartialType',
    'StrictType',
    'ExactType',
    'IntersectionType',
    'UnionType',
    'KeyofType',
  ],
  ...['DictionaryType', 'ArrayType', 'ReadonlyArrayType', 'TupleType', 'ReadonlyType', 'RefinementType'],
])

/** A recursive codec and what it is defined by are one. */
export const identityOf = (codec: Codec): Codec => {
  const type = isIoType(codec) && meaningOf(codec) === undefined ? tagged(codec) : undefined
  return type?._tag === 'RecursiveType' ? type.type : codec
}

/** The name that an author gave to a codec, if so. A recursive one always has one, since it cannot be written out. */
export const nameOf = (codec: Codec): string | undefined => {
  const meaning = meaningOf(codec)
  if (meaning !== undefined) return meaning.kind === 'described' ? meaning.about.name : undefined
  const type: (t.Mixed & { readonly _tag?: string }) | undefined = isIoType(codec) ? codec : undefined
  if (type === undefined) return undefined
  const tag = tagged(type)
  if (tag?._tag === 'RecursiveType') return type.name.replaceAll(/[^\w.-]+/g, '_') || 'Recursive'
  if (tag === undefined || !NAMED.has(tag._tag) || !IDENTIFIER.test(type.name)) return undefined
  return tag._tag === 'RefinementType' && isWhole(tag) ? undefined : type.name
}

/** Which named codecs are looked at in which ways. */
export type Uses = ReadonlyMap<string, ReadonlySet<View>>

/** The views in the order in which they get the plain name, with what the others add to it. */
export const SUFFIXES: { readonly [V in View]: string } = {
  output: 'Output',
  input: 'Input',
  form: 'Form',
  parameter: 'Parameter',
}

export const VIEWS: ReadonlyArray<View> = ['output', 'input', 'form', 'parameter']
