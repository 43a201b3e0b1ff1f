import type * as t from '#io-ts'
import { isIoType } from '../codec/io-type.ts'
import { type Meaning, meaningOf } from '../codec/meaning.ts'
import type { Codec } from '../codec.ts'
import { isWhole, tagged } from './tagged.ts'
import type { View } from './view.ts'

type Described = Extract<Meaning, { readonly kind: 'described' }>

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

/** Whether a description says what a codec has on the wire, which the codec itself does not. */
const isDefinition = ({ about, codec }: Described): boolean => {
  if (about.schema !== undefined) return true
  const type = isIoType(codec) && meaningOf(codec) === undefined ? tagged(codec) : undefined
  return type?._tag === 'RefinementType' && about.description !== undefined
}

/** The name of a codec, or of one of an author's own making, which always has one. */
const givenName = (codec: Codec): string | undefined => {
  if (!isIoType(codec) || meaningOf(codec) !== undefined || tagged(codec) !== undefined) return nameOf(codec)
  return IDENTIFIER.test(codec.name) ? codec.name : undefined
}

/**
 * What is said of a codec that has a name of its own, by a description that has none: it belongs to the name where nothing
 * else is said of that.
 */
export const wordsFor = (
  codec: Codec,
): { readonly name: string; readonly described: Described } | undefined => {
  const meaning = meaningOf(codec)
  if (meaning?.kind !== 'described' || nameOf(codec) !== undefined) return undefined
  const name = nameOf(meaning.codec)
  return name === undefined ? undefined : { name, described: meaning }
}

/** The name that an author gave to a codec, if so. A recursive one always has one, since it cannot be written out. */
export const nameOf = (codec: Codec): string | undefined => {
  const meaning = meaningOf(codec)
  if (meaning !== undefined) {
    if (meaning.kind !== 'described') return undefined
    return meaning.about.name ?? (isDefinition(meaning) ? givenName(meaning.codec) : undefined)
  }
  const type: (t.Mixed & { readonly _tag?: string }) | undefined = isIoType(codec) ? codec : undefined
  if (type === undefined) return undefined
  const tag = tagged(type)
  if (tag?._tag === 'RecursiveType') return type.name.replaceAll(/[^\w.-]+/g, '_') || 'Recursive'
  if (tag === undefined || !NAMED.has(tag._tag) || !IDENTIFIER.test(type.name)) return undefined
  return tag._tag === 'RefinementType' && isWhole(tag) ? undefined : type.name
}

/** How the codecs of a name are looked at, and what is said of them where they are used; the empty text of those of which nothing is. */
export interface Use {
  readonly views: ReadonlySet<View>
  readonly words: ReadonlySet<string>
}

/** How named codecs are used. */
export type Uses = ReadonlyMap<string, Use>

/** The views in the order in which they get the plain name, with what the others add to it. */
export const SUFFIXES: { readonly [V in View]: string } = {
  output: 'Output',
  input: 'Input',
  form: 'Form',
  parameter: 'Parameter',
}

export const VIEWS: ReadonlyArray<View> = ['output', 'input', 'form', 'parameter']
