import { intersection, taggedUnion, union } from './choices.ts'
import { array, dictionary, exact, partial, record, tuple } from './fields.ts'
import { genuine } from './genuine.ts'
import type { IoTsCodec } from './io-ts.ts'
import { onceEach } from './memory.ts'
import { merge, strip } from './merge.ts'
import { missable, missableOf } from './missable.ts'
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
import { domainNames, propsOf, tagValues } from './tags.ts'

/** Decodes a value, or is `INVALID`. */
export type Compiled = (value: unknown) => unknown

/** Make decoders: one that stops at what is invalid, and one that does then what io-ts does. */
export type Compilers = { readonly [kind in 'quick' | 'thorough']: (codec: IoTsCodec) => Compiled }

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
  const holds = write.constant(predicate)
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
const partOf = (write: Writer, codec: IoTsCodec, way: number, compilers: Compilers): Part | undefined => {
  const { _tag: tag = '', keys, props = {}, types = [] } = codec
  if (Object.hasOwn(KINDS, tag)) return KINDS[tag]
  switch (tag) {
    case 'LiteralType':
      return literal(write, codec.value)
    case 'KeyofType': {
      const all = write.constant(keys)
      return tested((x) => `typeof ${x}==="string"&&h.call(${all},${x})`, false, false)
    }
    case 'RecursiveType': {
      // Not before a value gets there: definitions may be endless.
      let inner: Compiled | undefined
      const later: Compiled = (value) => {
        inner ??= compilers[write.isThorough ? 'thorough' : 'quick'](codec.type ?? codec)
        return onceEach(inner, value)
      }
      return called(write.constant(later))
    }
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
const isKnown = (codec: IoTsCodec): boolean => genuine(codec) !== -1 || missableOf(codec) !== undefined

/**
 * Makes a decoder from text; `undefined` where a codec is not io-ts's own. Throws where a runtime forbids it.
 *
 * Nothing of a codec gets into the text but names and literals, as JSON.
 */
export const generate = (
  root: IoTsCodec,
  isThorough: boolean,
  compilers: Compilers,
): Compiled | undefined => {
  if (!isKnown(root)) return undefined
  const constants: Array<unknown> = []
  const functions: Array<string> = []
  const parts = new Map<IoTsCodec, Part>()
  const own = (codec: IoTsCodec): string =>
    write.constant((value: unknown) => {
      const result = codec.validate(value, [{ key: '', type: codec, actual: value }])
      return result._tag === 'Left' ? INVALID : result.right
    })
  const write: Writer = {
    isThorough,
    invalid: isThorough ? 'e=1' : 'return X',
    result: (text) => (isThorough ? `e?X:${text}` : text),
    constant: (value) => `k${constants.push(value) - 1}`,
    define: (body) => {
      const name = `f${functions.length}`
      functions.push(`function ${name}(v){let x,r,e;${body}}`)
      return name
    },
    own,
    thorough: (codec) => {
      if (!isKnown(codec)) return own(codec)
      let made: Compiled | undefined
      return write.constant((value: unknown) => {
        made ??= compilers.thorough(codec)
        return made(value)
      })
    },
    partOf: (codec) => {
      const known = parts.get(codec)
      if (known !== undefined) return known
      const way = genuine(codec)
      const may = missableOf(codec)
      const made = may === undefined ? undefined : missable(write, codec, may)
      const part = made ??
        (way === -1 ? undefined : partOf(write, codec, way, compilers)) ?? {
          ...called(own(codec)),
          isDone: () => 'true',
        }
      parts.set(codec, part)
      return part
    },
  }
  const { call } = write.partOf(root)
  const names = constants.map((_, i) => `k${i}`)
  const source = `"use strict";const [${names}]=K;${functions.join('')}return function(v){return ${call('v')}}`
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
