import { meaningOf } from '../codec/meaning.ts'
import { genuine } from './genuine.ts'
import { type IoTsCodec, isIoTs, LAYERS } from './io-ts.ts'
import { missableOf } from './missable.ts'

const ARRAYS = /^(?:(?:Readonly|Any)?Array)Type$/

const coreWithin = (given: IoTsCodec): IoTsCodec | undefined => {
  const seen = new Set<IoTsCodec>()
  let codec: IoTsCodec | undefined = given
  while (codec !== undefined && !seen.has(codec)) {
    seen.add(codec)
    const { _tag: tag, type, validate }: IoTsCodec = codec
    const meaning = meaningOf(codec)
    if (tag !== undefined) {
      if (genuine(codec) === -1) return undefined
      if (!LAYERS.test(tag)) return codec
      codec = type
    } else if (meaning?.kind === 'described')
      codec = isIoTs(meaning.codec) && meaning.codec.validate === validate ? meaning.codec : undefined
    else codec = missableOf(codec)?.inner
  }
  return undefined
}

const cores = new WeakMap<IoTsCodec, { readonly found: IoTsCodec | undefined }>()

/** What a codec with more around it decodes with; `undefined` of what is not io-ts's own. Every query asks for it. */
const core = (codec: IoTsCodec): IoTsCodec | undefined => {
  const known = cores.get(codec) ?? { found: coreWithin(codec) }
  cores.set(codec, known)
  return known.found
}

/** Whether a codec takes lists and nothing else, what is missing aside. */
const isList = (given: IoTsCodec): boolean => ARRAYS.test(core(given)?._tag ?? '')

type Query = { readonly [name: string]: unknown }

/** The codecs that decode a name of a query; `undefined` where that cannot be told beforehand. */
const codecsOf = (given: IoTsCodec, query: Query, name: string): ReadonlyArray<IoTsCodec> | undefined => {
  const codec = core(given)
  if (codec === undefined) return undefined
  const { _tag: kind, codomain, domain, props, tag, types = [] } = codec
  if (props !== undefined) return Object.hasOwn(props, name) && props[name] !== undefined ? [props[name]] : []
  if (domain !== undefined && codomain !== undefined) return domain.is(name) ? [codomain] : []
  if (kind === 'AnyDictionaryType') return []
  if (kind === 'IntersectionType') {
    const all = types.map((each) => codecsOf(each, query, name))
    return all.every((each) => each !== undefined) ? all.flat() : undefined
  }
  if (kind !== 'UnionType' || tag === undefined) return undefined
  const meant = types.filter((each) =>
    codecsOf(each, query, tag)?.some((one) => one._tag === 'LiteralType' && one.value === query[tag]),
  )
  return meant.length === 1 && meant[0] !== undefined ? codecsOf(meant[0], query, name) : undefined
}

/** Whether a list is all that a codec takes under a name of a query, so that a text there would be refused for sure. */
export const asksForList = (codec: IoTsCodec, query: Query, name: string): boolean => {
  const codecs = codecsOf(codec, query, name)
  return codecs !== undefined && codecs.length > 0 && codecs.every(isList)
}
