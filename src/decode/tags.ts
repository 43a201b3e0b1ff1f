import type { IoTsCodec } from './io-ts.ts'

/** The values of a record's fields that are literals: several where a union has it. */
type Tags = ReadonlyMap<string, ReadonlyArray<unknown>>

const NONE: Tags = new Map()

const overlap = (some: ReadonlyArray<unknown>, others: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  some.filter((each) => others.indexOf(each) !== -1)

/** What is looked through: what is defined by itself, and whether it may have been without its tags when io-ts looked. */
interface Search {
  readonly around: Array<IoTsCodec>
  hasRecursion: boolean
  hasContradiction: boolean
}

/** The fields of what has to be both. */
const both = (a: Tags, b: Tags, search: Search): Tags => {
  const found = new Map(a)
  for (const [name, values] of b) {
    const known = a.get(name)
    const common = known === undefined ? values : overlap(known, values)
    if (known !== undefined && (common.length < known.length || common.length < values.length))
      search.hasContradiction = true
    if (common.length === 0) return NONE
    found.set(name, common)
  }
  return found
}

/** The fields of what is one or the other. */
const either = (a: Tags, b: Tags): Tags => {
  const found = new Map<string, ReadonlyArray<unknown>>()
  for (const [name, values] of a) {
    const others = b.get(name)
    if (others !== undefined && overlap(values, others).length === 0) found.set(name, [...values, ...others])
  }
  return found
}

const ofAll = (types: ReadonlyArray<IoTsCodec>, join: (a: Tags, b: Tags) => Tags, search: Search): Tags => {
  const [first = NONE, ...others] = types.map((each) => tagsOf(each, search))
  return others.reduce(join, first)
}

/** The fields that tell a record from others: io-ts's rule. */
const tagsOf = (codec: IoTsCodec, search: Search): Tags => {
  const { _tag: tag, props = {}, types = [] } = codec
  switch (tag) {
    case 'InterfaceType':
    case 'StrictType': {
      const found = new Map<string, ReadonlyArray<unknown>>()
      for (const name in props) if (props[name]?._tag === 'LiteralType') found.set(name, [props[name].value])
      return found
    }
    case 'ExactType':
    case 'RefinementType':
    case 'ReadonlyType':
      return codec.type === undefined ? NONE : tagsOf(codec.type, search)
    case 'IntersectionType':
      return ofAll(types, (a, b) => both(a, b, search), search)
    case 'UnionType':
      return ofAll(types, either, search)
    case 'RecursiveType': {
      if (search.around.includes(codec) || codec.type === undefined) return NONE
      search.hasRecursion = true
      search.around.push(codec)
      const found = tagsOf(codec.type, search)
      search.around.pop()
      return found
    }
    default:
      return NONE
  }
}

/**
 * What each member of a tagged union may have in the field that tells them apart; `undefined` where that cannot be told:
 * io-ts looked when the union was made, and what is defined by itself may not have been there yet.
 */
export const tagValues = (
  members: ReadonlyArray<IoTsCodec>,
  tag: string,
): ReadonlyArray<ReadonlyArray<unknown>> | undefined => {
  const found: Array<ReadonlyArray<unknown>> = []
  for (const member of members) {
    const search: Search = { around: [], hasRecursion: false, hasContradiction: false }
    const values = tagsOf(member, search).get(tag)
    if (values === undefined || (search.hasRecursion && search.hasContradiction)) return undefined
    found.push(values)
  }
  return found
}

/** The names that a record's keys may have, where they are known beforehand: io-ts's rule. */
export const domainNames = ({ _tag: tag, keys, types, value }: IoTsCodec): object | undefined => {
  if (tag === 'LiteralType' && typeof value === 'string') return { [value]: null }
  if (tag === 'KeyofType') return keys
  if (tag !== 'UnionType' || types === undefined) return undefined
  const all = types.map(domainNames)
  return all.every((each) => each !== undefined) ? Object.assign({}, ...all) : undefined
}

/** The fields that an exact codec keeps: io-ts's rule. */
export const propsOf = ({ _tag: tag, props, type, types }: IoTsCodec): object | undefined => {
  if (tag === 'RefinementType' || tag === 'ReadonlyType')
    return type === undefined ? undefined : propsOf(type)
  if (tag === 'InterfaceType' || tag === 'PartialType' || tag === 'StrictType') return props
  if (tag !== 'IntersectionType' || types === undefined) return undefined
  const all = types.map(propsOf)
  return all.every((each) => each !== undefined) ? Object.assign({}, ...all) : undefined
}
