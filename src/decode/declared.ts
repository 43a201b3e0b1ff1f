import { meaningOf } from '../codec/meaning.ts'
import { type IoTsCodec, isIoTs, isRecord } from './io-ts.ts'

const LAYERS = /^(?:Exact|Readonly|Recursive|Refinement)Type$/
const RECORDS = /^(?:Interface|Partial|Strict|Dictionary)Type$/
const ARRAYS = /^(?:Readonly)?ArrayType$/
/** Of these a value has no fields, or they are nobody's but its own. */
const PLAIN = /^(?:Null|Undefined|Void|String|Number|BigInt|Boolean|Literal|Keyof|Never|Function)Type$/

/** What an optional codec, or one with a default, is made of. */
export const innermost = (codec: IoTsCodec): IoTsCodec => {
  const meaning = meaningOf(codec)
  return (meaning?.kind === 'optional' || meaning?.kind === 'default') && isIoTs(meaning.codec)
    ? innermost(meaning.codec)
    : codec
}

/**
 * The codecs of records and lists that say together which fields a value may have; `undefined` where one takes any.
 */
const structures = (given: IoTsCodec, value: unknown): ReadonlyArray<IoTsCodec> | undefined => {
  const codec = innermost(given)
  const { _tag: tag = '', type, types = [] } = codec
  if (type !== undefined && LAYERS.test(tag)) return structures(type, value)
  if (RECORDS.test(tag) || ARRAYS.test(tag) || tag === 'TupleType') return [codec]
  if (PLAIN.test(tag)) return []
  if (tag !== 'IntersectionType' && tag !== 'UnionType') return undefined
  // Where no member fits, what any of them declares is kept and nothing else.
  const fitting = tag === 'UnionType' ? types.filter((each) => each.is(value)) : []
  const all = (fitting.length > 0 ? fitting : types).map((each) => structures(each, value))
  return all.every((each) => each !== undefined) ? all.flat() : undefined
}

/**
 * Whether a codec does not say the fields of what it is of, or of the items of its lists: one of one's own making, or a pipe,
 * which may give fields other names.
 */
export const hidesFields = (given: IoTsCodec, around: ReadonlyArray<IoTsCodec> = []): boolean => {
  const codec = innermost(given)
  const meaning = meaningOf(codec)
  if (meaning?.kind === 'described' && isIoTs(meaning.codec)) return hidesFields(meaning.codec, around)
  if (codec._tag === undefined) return meaning === undefined
  const { type, types = [] } = codec
  const inside = type === undefined ? types : [type]
  return !around.includes(codec) && inside.some((each) => hidesFields(each, [...around, codec]))
}

/** The codecs that declare a field. */
const declaring = (codecs: ReadonlyArray<IoTsCodec>, name: string): ReadonlyArray<IoTsCodec> =>
  codecs.flatMap(({ codomain, domain, props }) => {
    if (props !== undefined)
      return Object.hasOwn(props, name) && props[name] !== undefined ? [props[name]] : []
    return codomain !== undefined && domain?.is(name) !== false ? [codomain] : []
  })

/** What is sent of a value that says itself how it is written. */
const written = (value: unknown): unknown =>
  isRecord(value) && typeof value.toJSON === 'function' ? value.toJSON() : value

/** A value without the fields that none of some codecs declares, all the way down. */
const keepAll = (codecs: ReadonlyArray<IoTsCodec>, given: unknown): unknown => {
  if (typeof given !== 'object' || given === null || codecs.length === 0) return given
  const found = codecs.map((each) => structures(each, given))
  if (!found.every((each) => each !== undefined)) return given
  const all = found.flat()
  const value = written(given)
  if (Array.isArray(value)) {
    const lists = all.filter(({ _tag: tag = '' }) => ARRAYS.test(tag) || tag === 'TupleType')
    return value.map((item: unknown, i) =>
      keepAll(
        lists.flatMap(({ type, types }) => types?.[i] ?? type ?? []),
        item,
      ),
    )
  }
  const records = all.filter(({ _tag: tag = '' }) => RECORDS.test(tag))
  if (!isRecord(value) || records.length === 0) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) => {
      const codecsOfField = declaring(records, name)
      return codecsOfField.length === 0 ? [] : [[name, keepAll(codecsOfField, inside)]]
    }),
  )
}

/** A value without the fields that a codec does not declare, all the way down. */
export const keepDeclared = (codec: IoTsCodec, value: unknown): unknown => keepAll([codec], value)

/**
 * A value with the fields alone that another one has, which a schema made of it: schemas leave out what they do not
 * declare. What the schema changed is as it was.
 */
export const keepCommon = (value: unknown, made: unknown): unknown => {
  if (Array.isArray(value) && Array.isArray(made)) return value.map((item, i) => keepCommon(item, made[i]))
  const own = written(value)
  if (!isRecord(own) || !isRecord(made)) return value
  return Object.fromEntries(
    Object.entries(own)
      .filter(([name]) => Object.hasOwn(made, name))
      .map(([name, inside]) => [name, keepCommon(inside, made[name])]),
  )
}
