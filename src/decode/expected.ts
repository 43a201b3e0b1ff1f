import { meaningOf } from '../codec/meaning.ts'
import type { IoTsCodec } from './io-ts.ts'
import { cut } from './wording.ts'

/** The names of codecs that are no word for what they take. */
const WORDS: { readonly [tag: string]: string } = {
  AnyArrayType: 'array',
  AnyDictionaryType: 'object',
  UndefinedType: 'nothing',
  VoidType: 'nothing',
  NeverType: 'nothing',
}

/** The same for codecs that io-ts names after what they are made of, unless they are given a name. */
const KINDS: { readonly [tag: string]: string } = {
  ArrayType: 'array',
  ReadonlyArrayType: 'array',
  TupleType: 'array',
  InterfaceType: 'object',
  PartialType: 'object',
  StrictType: 'object',
  DictionaryType: 'object',
}

const MOST = 80

/** `a, b or c` */
const either = (texts: ReadonlyArray<string>): string =>
  texts.length < 2 ? (texts[0] ?? 'nothing') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`

/** `"asc"`, or `one of "asc", "desc"`. */
export const oneOf = (values: ReadonlyArray<unknown>): string => {
  const texts = [
    ...new Set(values.map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)))),
  ]
  return cut(texts.length === 1 ? (texts[0] ?? '') : `one of ${texts.join(', ')}`, MOST)
}

const membersOf = (codec: IoTsCodec): ReadonlyArray<IoTsCodec> =>
  codec._tag === 'UnionType' && !isNamed(codec) ? (codec.types ?? []).flatMap(membersOf) : [codec]

/** Whether a name is given, not made: those that io-ts makes have brackets or bars, or are texts in quotes. */
const isNamed = ({ _tag: tag, name }: IoTsCodec): boolean =>
  // What a recursive one is defined by is not asked: it may be being defined.
  name !== '' && (tag === 'RecursiveType' || !/[{}<>()[\]|"]/.test(name))

/** Whether a codec is one of calix's own, whose names are words whatever is in them: `one of "asc", "desc"`. */
const isWorded = (codec: IoTsCodec): boolean =>
  ['text', 'list', 'limited'].includes(meaningOf(codec)?.kind ?? '')

const alternatives = (codec: IoTsCodec): string => {
  const members = membersOf(codec)
  const literals = members.flatMap((each) =>
    each._tag === 'LiteralType'
      ? [each.value]
      : each._tag === 'KeyofType'
        ? Object.keys(each.keys ?? {})
        : [],
  )
  const others = members
    .filter(({ _tag: tag }) => tag !== 'LiteralType' && tag !== 'KeyofType')
    .map(expectedOf)
  const texts = [...new Set([...(literals.length === 0 ? [] : [oneOf(literals)]), ...others])]
  const some = texts.filter((text) => text !== 'nothing')
  return either(some.length === 0 ? texts : some)
}

/** Whether a codec is of fixed values alone. */
export const isLiteral = ({ _tag: tag, types }: IoTsCodec): boolean =>
  tag === 'LiteralType' || tag === 'KeyofType' || (tag === 'UnionType' && types?.every(isLiteral) === true)

const described = (codec: IoTsCodec): string => {
  const { _tag: tag = '', name, types } = codec
  if (isWorded(codec)) return name
  if (Object.hasOwn(WORDS, tag)) return WORDS[tag] ?? ''
  if (isNamed(codec) && tag !== 'LiteralType' && tag !== 'KeyofType')
    return /^Int(?:eger)?$/.test(name) ? 'integer' : name
  if (Object.hasOwn(KINDS, tag)) return KINDS[tag] ?? ''
  if (tag === 'UnionType' || tag === 'LiteralType' || tag === 'KeyofType') return alternatives(codec)
  if (tag === 'IntersectionType') return [...new Set(types?.map(expectedOf))].join(' and ')
  const { type } = codec
  if (tag === 'RefinementType' && type !== undefined) return `valid ${expectedOf(type)}`
  return type === undefined || tag === '' ? 'valid value' : expectedOf(type)
}

/** What a codec asks for, in a few words for a person. */
export const expectedOf = (codec: IoTsCodec): string => cut(described(codec), MOST)
