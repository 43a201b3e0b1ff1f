import { type Meaning, meaningOf } from '../codec/meaning.ts'
import { list } from './fields.ts'
import { isDecodeInherited } from './genuine.ts'
import { type IoTsCodec, isIoTs } from './io-ts.ts'
import { never, type Part, type Writer } from './part.ts'

/** A codec that says what becomes of what is missing, and another one everything else. */
interface Missable {
  readonly inner: IoTsCodec
  /** Whether what is missing decodes to something. */
  readonly hasDefault: boolean
  readonly value: unknown
}

/** Several of something, each decoded by a codec. */
interface Several {
  readonly item: IoTsCodec
  readonly itemsOf: (value: unknown) => ReadonlyArray<unknown>
}

/** What a codec says that it is, also where it is described. */
const withinMeaning = (codec: IoTsCodec): Meaning | undefined => {
  const meaning = meaningOf(codec)
  return meaning?.kind === 'described' && isIoTs(meaning.codec) ? withinMeaning(meaning.codec) : meaning
}

/**
 * What an optional codec, or one with a default, says; `undefined` of any other, and of one whose `validate` or `decode` was
 * replaced.
 */
export const missableOf = (codec: IoTsCodec): Missable | undefined => {
  const meaning = withinMeaning(codec)
  if (meaning?.kind !== 'optional' && meaning?.kind !== 'default') return undefined
  if (meaning.validate !== codec.validate || !isIoTs(meaning.codec) || !isDecodeInherited(codec))
    return undefined
  const hasDefault = meaning.kind === 'default'
  return { inner: meaning.codec, hasDefault, value: hasDefault ? meaning.value : undefined }
}

/** The same of a list. */
export const listOf = (codec: IoTsCodec): Several | undefined => {
  const meaning = withinMeaning(codec)
  if (meaning?.kind !== 'list' || meaning.validate !== codec.validate || !isIoTs(meaning.item))
    return undefined
  return isDecodeInherited(codec) ? { item: meaning.item, itemsOf: meaning.itemsOf } : undefined
}

/** Whether it is known how a codec of calix decodes. */
export const isMeant = (codec: IoTsCodec): boolean =>
  missableOf(codec) !== undefined || listOf(codec) !== undefined

/** What a codec comes to that is of calix; `undefined` of any other. */
export const meantPart = (write: Writer, codec: IoTsCodec): Part | undefined => {
  const may = missableOf(codec)
  if (may !== undefined) return missable(write, codec, may)
  const several = listOf(codec)
  if (several === undefined) return undefined
  const name = list(write, several.item, write.constant(several.itemsOf))
  return {
    call: (x) => `${name}(${x})`,
    ...{ canBeUndefined: false, canBeNaN: false, isDone: never, isIdle: never },
  }
}

const missable = (write: Writer, codec: IoTsCodec, { hasDefault, inner, value }: Missable): Part => {
  const part = write.partOf(inner)
  const { test } = part
  if (!hasDefault)
    return {
      ...part,
      ...(test !== undefined && { test: (x) => `${x}===undefined||(${test(x)})` }),
      call: (x) => `(${x}===undefined?${x}:${part.call(x)})`,
      canBeUndefined: true,
      isIdle: (x) => `${x}===undefined||(${part.isIdle(x)})`,
    }
  const { test: _, ...others } = part
  // A default that is an object is copied each time.
  const byDefault = write.own(codec)
  return {
    ...others,
    call: (x) => `(${x}===undefined?${byDefault}(${x}):${part.call(x)})`,
    canBeUndefined: part.canBeUndefined || value === undefined,
    canBeNaN: part.canBeNaN || Number.isNaN(value),
    isIdle: (x) => `${x}!==undefined&&(${part.isIdle(x)})`,
  }
}
