import { type Compiled, type Compilers, generate, type Kind } from './generate.ts'
import type { IoTsCodec } from './io-ts.ts'
import { isRemembering } from './memory.ts'
import { INVALID } from './part.ts'

/** io-ts's own way. */
const asItIs =
  (codec: IoTsCodec): Compiled =>
  (value) => {
    const result = codec.decode(value)
    return result._tag === 'Left' ? INVALID : result.right
  }

const make = (codec: IoTsCodec, kind: Kind, self?: IoTsCodec): Compiled => {
  try {
    return generate(codec, kind, compilers, self) ?? asItIs(codec)
  } catch (thrown) {
    // The stack has ended, which says nothing of the codec: the next value may find room.
    if (thrown instanceof RangeError) throw thrown
    // A runtime may forbid to make code from text, and io-ts's own way is always there.
    return asItIs(codec)
  }
}

const compiler = (kind: Kind): Compilers[Kind] => {
  const made = new WeakMap<IoTsCodec, Compiled>()
  return (codec, self) => {
    const known = made.get(codec)
    if (known !== undefined) return known
    const compiled = make(codec, kind, self)
    made.set(codec, compiled)
    return compiled
  }
}

/** All kinds of decoders, each made once for a codec. */
export const compilers: Compilers = {
  quick: compiler('quick'),
  remembering: compiler('remembering'),
  thorough: compiler('thorough'),
}

/**
 * A decoder that is made for one codec, once: it decodes as the codec does, several times as fast. It answers `INVALID` at
 * the first thing that is wrong, where the codec goes on. Where it throws the codec itself is to be asked: that may throw
 * something else, or before.
 */
export const compile = (codec: IoTsCodec): Compiled =>
  compilers[isRemembering() ? 'remembering' : 'quick'](codec)
