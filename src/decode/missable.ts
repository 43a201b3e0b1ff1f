import { meaningOf } from '../codec/meaning.ts'
import { type IoTsCodec, isIoTs } from './io-ts.ts'
import type { Part, Writer } from './part.ts'

/** A codec that says what becomes of what is missing, and another one everything else. */
interface Missable {
  readonly inner: IoTsCodec
  /** Whether what is missing decodes to something. */
  readonly hasDefault: boolean
  readonly value: unknown
}

/** What an optional codec, or one with a default, says; `undefined` of any other, and of one whose `validate` was replaced. */
export const missableOf = (codec: IoTsCodec): Missable | undefined => {
  const meaning = meaningOf(codec)
  if (meaning?.kind !== 'optional' && meaning?.kind !== 'default') return undefined
  if (meaning.validate !== codec.validate || !isIoTs(meaning.codec)) return undefined
  const hasDefault = meaning.kind === 'default'
  return { inner: meaning.codec, hasDefault, value: hasDefault ? meaning.value : undefined }
}

export const missable = (write: Writer, codec: IoTsCodec, { hasDefault, inner, value }: Missable): Part => {
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
