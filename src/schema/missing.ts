import { isRight } from '#fp/Either'
import { isIoType } from '../codec/io-type.ts'
import type { Codec } from '../codec.ts'
import type { View } from './view.ts'

/** Whether a value may be missing: whether `undefined` decodes or, in an answer, is sent. Nobody knows that but the codec. */
export const mayBeMissing = (codec: Codec, view: View): boolean => {
  try {
    if (isIoType(codec)) return view === 'output' ? codec.is(undefined) : isRight(codec.decode(undefined))
    if (!('~standard' in codec)) return false
    const result = codec['~standard'].validate(undefined)
    if (!(result instanceof Promise)) return result.issues === undefined
    // What must be waited for cannot be known here; its failure is of no interest.
    result.catch(() => undefined)
    return false
  } catch {
    return false
  }
}
