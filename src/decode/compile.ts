import { type Compiled, generate } from './generate.ts'
import type { IoTsCodec } from './io-ts.ts'
import { INVALID } from './part.ts'

const made = new WeakMap<IoTsCodec, Compiled>()

/** io-ts's own way. */
const asItIs =
  (codec: IoTsCodec): Compiled =>
  (value) => {
    const result = codec.decode(value)
    return result._tag === 'Left' ? INVALID : result.right
  }

const make = (codec: IoTsCodec): Compiled => {
  try {
    return generate(codec, compile) ?? asItIs(codec)
  } catch {
    // A runtime may forbid to make code from text, and io-ts's own way is always there.
    return asItIs(codec)
  }
}

/**
 * A decoder that is made for one codec, once: it decodes as the codec does, several times as fast. It answers `INVALID` at
 * the first thing that is wrong, where the codec goes on. Where it throws the codec itself is to be asked: that may throw
 * something else, or before.
 */
export const compile = (codec: IoTsCodec): Compiled => {
  const known = made.get(codec)
  if (known !== undefined) return known
  const compiled = make(codec)
  made.set(codec, compiled)
  return compiled
}
