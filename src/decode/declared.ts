import { meaningOf } from '../codec/meaning.ts'
import type { Place } from './finding.ts'
import { type IoTsCodec, isIoTs, isRecord, LAYERS } from './io-ts.ts'
import {
  type Doubt,
  DROPPED,
  isFieldless,
  keptFields,
  keptItems,
  type Stripped,
  written,
} from './stripped.ts'
import { cut } from './wording.ts'

const MOST_NAME = 80

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

/** What some codecs say together of the fields that a value may have. */
interface Structure {
  readonly records: ReadonlyArray<IoTsCodec>
  /** The codecs that an item of a list is of. */
  readonly lists: ReadonlyArray<(index: number) => IoTsCodec | undefined>
  /** Whether one of them takes any fields. */
  readonly isAny: boolean
  /** Those that do not say which fields they have. */
  readonly hidden: ReadonlyArray<IoTsCodec>
}

const NOTHING: Structure = { records: [], lists: [], isAny: false, hidden: [] }

const joined = (all: ReadonlyArray<Structure>): Structure => ({
  records: all.flatMap(({ records }) => records),
  lists: all.flatMap(({ lists }) => lists),
  isAny: all.some(({ isAny }) => isAny),
  hidden: all.flatMap(({ hidden }) => hidden),
})

const structureOf = (given: IoTsCodec, value: unknown): Structure => {
  const codec = innermost(given)
  const { _tag: tag, type, types = [] } = codec
  if (tag === undefined) {
    const meaning = meaningOf(codec)
    if (meaning?.kind === 'list') return { ...NOTHING, lists: [() => meaning.item] }
    if (meaning?.kind === 'described' && isIoTs(meaning.codec)) return structureOf(meaning.codec, value)
    return { ...NOTHING, hidden: [codec] }
  }
  if (type !== undefined && LAYERS.test(tag)) return structureOf(type, value)
  if (RECORDS.test(tag)) return { ...NOTHING, records: [codec] }
  if (ARRAYS.test(tag)) return { ...NOTHING, lists: [() => type] }
  if (tag === 'TupleType') return { ...NOTHING, lists: [(index) => types[index]] }
  if (PLAIN.test(tag)) return NOTHING
  if (tag !== 'IntersectionType' && tag !== 'UnionType') return { ...NOTHING, isAny: true }
  // Where no member fits, what any of them declares is kept and nothing else.
  const fitting = tag === 'UnionType' ? types.filter((each) => each.is(value)) : []
  return joined((fitting.length > 0 ? fitting : types).map((each) => structureOf(each, value)))
}

/** The codecs that declare a field. */
const declaring = (codecs: ReadonlyArray<IoTsCodec>, name: string): ReadonlyArray<IoTsCodec> =>
  codecs.flatMap(({ codomain, domain, props }) => {
    if (props !== undefined)
      return Object.hasOwn(props, name) && props[name] !== undefined ? [props[name]] : []
    return codomain !== undefined && domain?.is(name) !== false ? [codomain] : []
  })

const keepAll = (
  codecs: ReadonlyArray<IoTsCodec>,
  value: unknown,
  encoded: unknown,
  place: Place,
  doubts: Array<Doubt>,
): unknown => {
  if (codecs.length === 0) return DROPPED
  const sent = written(encoded)
  // Whatever a codec does not say, of a date that is a text there is nothing to be left out.
  if (isFieldless(sent)) return encoded
  const { hidden, isAny, lists, records } = joined(codecs.map((each) => structureOf(each, value)))
  if (isAny) return encoded
  const [unknown] = hidden
  if (unknown !== undefined) {
    const reason = `its codec, ${cut(unknown.name, MOST_NAME)}, does not say which fields it has`
    doubts.push({ place, reason, isOfContract: true })
    return DROPPED
  }
  if (Array.isArray(sent) && lists.length > 0)
    return keptItems(sent, (item, i) => {
      const ofItem = lists.flatMap((each) => each(i) ?? [])
      return keepAll(ofItem, Array.isArray(value) ? value[i] : item, item, [...place, i], doubts)
    })
  if (isRecord(sent) && records.length > 0)
    return keptFields(sent, (inside, name) => {
      const own = isRecord(value) && name in value ? value[name] : inside
      return keepAll(declaring(records, name), own, inside, [...place, name], doubts)
    })
  doubts.push({ place, reason: `it is ${Array.isArray(sent) ? 'a list' : 'a record'} and declared as none` })
  return DROPPED
}

/** What a codec has encoded a value to, without the fields that it does not declare, all the way down. */
export const keepDeclared = (codec: IoTsCodec, value: unknown, encoded: unknown): Stripped => {
  const doubts: Array<Doubt> = []
  return { value: keepAll([codec], value, encoded, [], doubts), doubts }
}
