import { meaningOf } from '../codec/meaning.ts'
import { innermost } from './declared.ts'
import { expectedOf, isLiteral, oneOf } from './expected.ts'
import { choose, type Finding, first, type Place } from './finding.ts'
import { type IoTsCodec, isIoTs, isRecord } from './io-ts.ts'
import { listOf } from './missable.ts'
import { domainNames, tagValues } from './tags.ts'

/** By what a value is judged: whether a codec decodes it, or whether it is what one decodes to. */
export interface Judge {
  readonly fits: (codec: IoTsCodec, value: unknown) => boolean
  /** What a codec says itself whose inside is not looked into; `undefined` of any other. */
  readonly ask: (codec: IoTsCodec, value: unknown, place: Place) => Iterable<Finding> | undefined
}

/** So many things are gathered of a member of a union: more would not make it likelier that it is meant. */
const MOST_IN_MEMBER = 50

/** What is known of values that no member of a union fits, so that none is looked into twice: each level would double it. */
type Known = Map<
  IoTsCodec,
  WeakMap<object, { readonly depth: number; readonly findings: ReadonlyArray<Finding> }>
>

type Inside = readonly [key: string | number, codec: IoTsCodec, value: unknown]

const fieldsOf = function* (
  codec: IoTsCodec,
  value: { readonly [name: string]: unknown },
): Generator<Inside> {
  const { _tag: tag, codomain, domain, props } = codec
  if (props !== undefined)
    for (const [name, each] of Object.entries(props))
      if (tag !== 'PartialType' || value[name] !== undefined) yield [name, each, value[name]]
  if (codomain === undefined || domain === undefined) return
  const known = domainNames(domain)
  for (const name of Object.keys(known ?? value))
    if (known !== undefined || domain.is(name)) yield [name, codomain, value[name]]
}

/** What a codec decodes the inside of a value with. */
const insideOf = function* (codec: IoTsCodec, value: unknown): Generator<Inside> {
  if (isRecord(value)) yield* fieldsOf(codec, value)
  if (!Array.isArray(value)) return
  const { _tag: tag, type, types = [] } = codec
  if (tag === 'TupleType') for (const [i, each] of types.entries()) yield [i, each, value[i]]
  if (type !== undefined && (tag === 'ArrayType' || tag === 'ReadonlyArrayType'))
    for (let i = 0; i < value.length; i += 1) yield [i, type, value[i]]
}

/** What may be missing is made of, also where it is described. */
const presentOf = (codec: IoTsCodec): IoTsCodec => {
  const inner = innermost(codec)
  const meaning = meaningOf(inner)
  if (meaning?.kind !== 'described' || !isIoTs(meaning.codec)) return inner
  const within = presentOf(meaning.codec)
  return within === meaning.codec ? inner : within
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * What is wrong with a list that came as objects; `undefined` of any other, of which its codec says itself what is wrong. To
 * ask it about objects too would have io-ts decode them.
 */
const ofList = (
  judge: Judge,
  codec: IoTsCodec,
  here: Finding,
  known: Known,
): Iterable<Finding> | undefined => {
  const { place, received: value } = here
  const list = isObject(value) ? listOf(codec) : undefined
  if (list === undefined) return undefined
  if (!Array.isArray(value)) return [here]
  if (!value.some(isObject)) return undefined
  const explained = function* (items: ReadonlyArray<unknown>): Generator<Finding> {
    for (const [i, item] of items.entries()) yield* explain(judge, list.item, item, [...place, i], known)
  }
  return explained(list.itemsOf(value))
}

const WRAPPERS = new Set(['ExactType', 'ReadonlyType', 'RecursiveType', 'RefinementType'])

/** What is wrong with a value that is to be one of several, none of which a field tells apart. */
const ofMembers = (judge: Judge, codec: IoTsCodec, none: Finding, known: Known): ReadonlyArray<Finding> => {
  const { place, received: value } = none
  const { types = [] } = codec
  const find = () =>
    choose(
      types.map((each) => first(explain(judge, each, value, place, known), MOST_IN_MEMBER)),
      none,
    )
  if (typeof value !== 'object' || value === null) return find()
  const ofCodec = known.get(codec) ?? new WeakMap()
  known.set(codec, ofCodec)
  const found = ofCodec.get(value) ?? { depth: place.length, findings: find() }
  ofCodec.set(value, found)
  // An answer may hold one object at several places.
  return found.findings.map((each) => ({
    ...each,
    place: [...place, ...each.place.slice(found.depth)],
  }))
}

const ofUnion = function* (judge: Judge, codec: IoTsCodec, none: Finding, known: Known): Generator<Finding> {
  const { place, received: value } = none
  const { tag, types = [] } = codec
  const values = tag === undefined ? undefined : tagValues(types, tag)
  if (tag === undefined || values === undefined) yield* ofMembers(judge, codec, none, known)
  else if (isRecord(value)) {
    const member = types[values.findIndex((each) => each.indexOf(value[tag]) !== -1)]
    // None of the members has what is in the field that tells them apart.
    if (member === undefined)
      yield { place: [...place, tag], expected: oneOf(values.flat()), received: value[tag], isLiteral: true }
    else yield* explain(judge, member, value, place, known)
  }
}

/** What is wrong with a value further in, or in one of several views of it. */
const deeper = function* (judge: Judge, codec: IoTsCodec, here: Finding, known: Known): Generator<Finding> {
  const { _tag: tag = '', type, types = [] } = codec
  const { place, received: value } = here
  if (tag === 'UnionType') yield* ofUnion(judge, codec, here, known)
  else if (tag === 'IntersectionType')
    for (const each of types) yield* explain(judge, each, value, place, known)
  else if (type !== undefined && WRAPPERS.has(tag))
    for (const finding of explain(judge, type, value, place, known))
      yield finding.place.length > place.length ? finding : here
  else
    for (const [key, each, inside] of insideOf(codec, value))
      yield* explain(judge, each, inside, [...place, key], known)
}

/**
 * What is wrong with a value, one thing after the other, as deep inside as can be told. Nothing is looked for that nobody
 * asks for: a body may have as many things wrong with it as it has bytes.
 */
export const explain = function* (
  judge: Judge,
  given: IoTsCodec,
  value: unknown,
  place: Place,
  known: Known = new Map(),
): Generator<Finding> {
  if (judge.fits(given, value)) return
  const codec = presentOf(given)
  const here = { place, expected: expectedOf(codec), received: value, isLiteral: isLiteral(codec) }
  let isExplained = false
  const findings =
    ofList(judge, codec, here, known) ?? judge.ask(codec, value, place) ?? deeper(judge, codec, here, known)
  for (const finding of findings) {
    isExplained = true
    yield finding
  }
  if (!isExplained) yield here
}
