import { intersection, taggedUnion, union } from './choices.ts'
import { array, dictionary, exact, partial, record, tuple } from './fields.ts'
import { genuine } from './genuine.ts'
import type { IoTsCodec } from './io-ts.ts'
import { apart, onceEach } from './memory.ts'
import { merge, strip } from './merge.ts'
import { isMeant, meantPart } from './missable.ts'
import {
  called,
  INVALID,
  isArrayText,
  isRecordText,
  KINDS,
  never,
  type Part,
  tested,
  type Writer,
} from './part.ts'
import { asksAgain } from './repeats.ts'
import { domainNames, propsOf, tagValues } from './tags.ts'

/** Decodes a value, or is `INVALID`. */
export type Compiled = (value: unknown) => unknown

/**
 * Decoders stop at what is invalid, or do then what io-ts does. All but the quick ones remember what they have made of each
 * object: see `remembering`.
 */
export type Kind = 'quick' | 'remembering' | 'thorough'

/** Make decoders; `self` is what is defined as the codec, where it is known. */
export type Compilers = { readonly [kind in Kind]: (codec: IoTsCodec, self?: IoTsCodec) => Compiled }

const recordOf = (write: Writer, { codomain, domain }: IoTsCodec, way: number): Part | undefined => {
  if (domain === undefined || codomain === undefined) return undefined
  if (way === 1)
    return called(dictionary(write, domain, codomain), codomain._tag === 'AnyType' ? undefined : isRecordText)
  const names = domainNames(domain)
  if (names === undefined) return undefined
  const known: Record<string, IoTsCodec> = {}
  for (const name of Object.keys(names)) known[name] = codomain
  return called(exact(write, `${record(write, known)}(v)`, known), isRecordText)
}

const unionOf = (write: Writer, { tag, types = [] }: IoTsCodec, way: number): Part | undefined => {
  if (way === 0) return union(write, types)
  const values = tag === undefined ? undefined : tagValues(types, tag)
  if (tag === undefined || values === undefined) return undefined
  return called(taggedUnion(write, types, tag, values), isRecordText)
}

const literal = (write: Writer, value: unknown): Part | undefined => {
  // It decodes -0 to 0.
  if (value === 0) return undefined
  const text = typeof value === 'string' ? JSON.stringify(value) : write.constant(value)
  return tested((x) => `${x}===${text}`, value === undefined, false)
}

const refinement = (write: Writer, type: IoTsCodec, predicate: unknown): Part => {
  const inner = write.partOf(type)
  const { canBeNaN, canBeUndefined, test } = inner
  const holds = write.foreign(predicate)
  if (test !== undefined)
    return tested((x) => `(${test(x)})&&!!${holds}(${x})`, canBeUndefined, canBeNaN, never)
  const name = write.define(`r=${inner.call('v')};return r!==X&&${holds}(r)?r:X`)
  return { ...inner, call: (x) => `${name}(${x})` }
}

/** What a codec of another codec comes to. */
const wrapping = (write: Writer, type: IoTsCodec, { _tag: tag, predicate }: IoTsCodec): Part | undefined => {
  if (tag === 'ReadonlyType') return write.partOf(type)
  if (tag === 'ArrayType' || tag === 'ReadonlyArrayType') return called(array(write, type), isArrayText)
  if (tag === 'RefinementType') return refinement(write, type, predicate)
  const kept = propsOf(type)
  if (tag !== 'ExactType' || kept === undefined) return undefined
  return called(exact(write, write.partOf(type).call('v'), kept), isRecordText)
}

/** What a codec comes to that is io-ts's own; `undefined` where only io-ts itself can tell. */
const partOf = (write: Writer, codec: IoTsCodec, way: number): Part | undefined => {
  const { _tag: tag = '', keys, props = {}, types = [] } = codec
  if (Object.hasOwn(KINDS, tag)) return KINDS[tag]
  switch (tag) {
    case 'LiteralType':
      return literal(write, codec.value)
    case 'KeyofType': {
      const all = write.constant(keys)
      return tested((x) => `typeof ${x}==="string"&&h.call(${all},${x})`, false, false)
    }
    case 'RecursiveType':
      return called(codec === write.self ? 'root' : write.later(codec))
    case 'InterfaceType':
      return called(record(write, props), isRecordText)
    case 'PartialType':
      return called(partial(write, props), isRecordText)
    case 'DictionaryType':
      return recordOf(write, codec, way)
    case 'UnionType':
      return unionOf(write, codec, way)
    case 'IntersectionType':
      return intersection(write, types)
    case 'TupleType':
      return called(tuple(write, types), isArrayText)
    default:
      return codec.type === undefined ? undefined : wrapping(write, codec.type, codec)
  }
}

/** Whether it is known how a codec decodes. */
const isKnown = (codec: IoTsCodec): boolean => genuine(codec) !== -1 || isMeant(codec)

/** Decodes what is defined by itself. Nothing is made before a value gets there: definitions may be endless. */
const recursive = (codec: IoTsCodec, kind: Kind, compilers: Compilers): Compiled => {
  const definition = (): IoTsCodec => codec.type ?? codec
  if (kind !== 'quick') return onceEach(() => compilers[kind](definition()))
  let inner: Compiled | undefined
  return (value) => {
    inner ??= asksAgain(codec)
      ? onceEach(() => compilers.remembering(definition()))
      : compilers.quick(definition(), codec)
    return inner(value)
  }
}

/** A codec's own way, as a function of others. */
const ownWay =
  (codec: IoTsCodec): Compiled =>
  (value) => {
    const result = codec.validate(value, [{ key: '', type: codec, actual: value }])
    return result._tag === 'Left' ? INVALID : result.right
  }

/**
 * Makes a decoder from text; `undefined` where a codec is not io-ts's own. Throws where a runtime forbids it.
 *
 * Nothing of a codec gets into the text but names and literals, as JSON.
 */
export const generate = (
  root: IoTsCodec,
  kind: Kind,
  compilers: Compilers,
  self?: IoTsCodec,
): Compiled | undefined => {
  if (!isKnown(root)) return undefined
  const isThorough = kind === 'thorough'
  const constants: Array<unknown> = []
  const functions: Array<string> = []
  const parts = new Map<IoTsCodec, Part>()
  const constant = (value: unknown): string => `k${constants.push(value) - 1}`
  const foreign = (given: unknown): string =>
    constant(kind === 'quick' || typeof given !== 'function' ? given : apart((value) => given(value)))
  const write: Writer = {
    self: kind === 'quick' ? self : undefined,
    isThorough,
    invalid: isThorough ? 'e=1' : 'return X',
    result: (text) => (isThorough ? `e?X:${text}` : text),
    constant,
    define: (body) => {
      const name = `f${functions.length}`
      functions.push(`function ${name}(v){let x,r,e;${body}}`)
      return name
    },
    foreign,
    later: (codec) => constant(recursive(codec, kind, compilers)),
    own: (codec) => foreign(ownWay(codec)),
    thorough: (codec) => {
      if (!isKnown(codec)) return foreign(ownWay(codec))
      let made: Compiled | undefined
      return constant((value: unknown) => {
        made ??= compilers.thorough(codec)
        return made(value)
      })
    },
    partOf: (codec) => {
      const known = parts.get(codec)
      if (known !== undefined) return known
      const way = genuine(codec)
      const part = meantPart(write, codec) ??
        (way === -1 ? undefined : partOf(write, codec, way)) ?? {
          ...called(write.own(codec)),
          isDone: () => 'true',
        }
      parts.set(codec, part)
      return part
    },
  }
  const call = write.partOf(root).call('v')
  // A function between two levels of a value would take a frame of the stack on each.
  const named = /^(\w+)\(v\)$/.exec(call)?.[1]
  const last = named === undefined ? `function root(v){return ${call}}` : `const root=${named};`
  const names = constants.map((_, i) => `k${i}`)
  const source = `"use strict";const [${names}]=K;${functions.join('')}${last}return root`
  const make: (...given: ReadonlyArray<unknown>) => Compiled = new Function(
    'X',
    'h',
    'm',
    's',
    'K',
    source,
  ) as never
  return make(INVALID, Object.prototype.hasOwnProperty, merge, strip, constants)
}
