import { meaningOf } from '../codec/meaning.ts'
import { type IoTsCodec, isIoTs } from './io-ts.ts'
import { KINDS } from './part.ts'

const RECORD = 1
const LIST = 2
const ANY = RECORD | LIST

/** More codecs than a contract has; definitions may be endless. */
const MOST = 1_000

/** What a codec has decode what is given to it, or something inside of that. */
const insideOf = (codec: IoTsCodec): ReadonlyArray<IoTsCodec> => {
  const { codomain, domain, props = {}, type, types = [] } = codec
  const meaning = meaningOf(codec)
  const meant = meaning === undefined ? [] : 'codec' in meaning ? [meaning.codec] : []
  const item = meaning?.kind === 'list' ? [meaning.item] : []
  const all = [codomain, domain, type, ...types, ...Object.values(props), ...item]
  return [...all.filter((each) => each !== undefined), ...meant.filter(isIoTs)]
}

/** Which kinds of objects a codec may look into. */
const kindsOf = (codec: IoTsCodec, around: ReadonlyArray<IoTsCodec> = []): number => {
  const { _tag: tag = '', codomain, type, types = [] } = codec
  const of = (each: IoTsCodec): number => (around.includes(each) ? 0 : kindsOf(each, [...around, codec]))
  switch (tag) {
    case 'InterfaceType':
    case 'PartialType':
    case 'StrictType':
    case 'ExactType':
    case 'AnyDictionaryType':
      return RECORD
    case 'DictionaryType':
      return codomain?._tag === 'AnyType' ? ANY : RECORD
    case 'ArrayType':
    case 'ReadonlyArrayType':
    case 'TupleType':
    case 'AnyArrayType':
      return LIST
    case 'LiteralType':
    case 'KeyofType':
      return 0
    case 'RefinementType':
    case 'ReadonlyType':
    case 'RecursiveType':
      return type === undefined ? ANY : of(type)
    case 'UnionType':
    case 'IntersectionType':
      return types.reduce((kinds, each) => kinds | of(each), 0)
    case 'UnknownType':
    case 'AnyType':
      return ANY
    default:
      return Object.hasOwn(KINDS, tag) ? 0 : ANY
  }
}

const reaches = (from: IoTsCodec, to: IoTsCodec): boolean => {
  const seen = new Set([from])
  for (const each of seen) {
    if (each === to) return true
    for (const inside of insideOf(each)) seen.add(inside)
  }
  return false
}

/** Whether a union or an intersection that is inside of itself asks for something inside more than once. */
const isRepeating = (codec: IoTsCodec): boolean => {
  const { _tag: tag, tag: field, types = [] } = codec
  const isUnion = tag === 'UnionType' && field === undefined
  if (!isUnion && tag !== 'IntersectionType') return false
  const members = types.map((each) => ({ kinds: kindsOf(each), isAround: reaches(each, codec) }))
  return members.some(
    (one, i) =>
      one.isAround &&
      // Where a later member fits, all is done that io-ts did with those before it.
      members.some((other, j) => j > i && (isUnion || other.isAround) && (one.kinds & other.kinds) !== 0),
  )
}

/** Whether what is defined by itself may be asked more than once for the same object, on each level anew. */
export const asksAgain = (codec: IoTsCodec): boolean => {
  try {
    const seen = new Set([codec])
    for (const each of seen) {
      for (const inside of insideOf(each)) seen.add(inside)
      if (seen.size > MOST) return true
    }
    return [...seen].some((each) => isRepeating(each) && reaches(each, codec))
  } catch (thrown) {
    // The stack has ended, which says nothing of the codec.
    if (thrown instanceof RangeError) throw thrown
    // What is not defined yet cannot be looked into.
    return true
  }
}
