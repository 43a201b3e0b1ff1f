import type { IoTsCodec } from './io-ts.ts'

type Literals = { readonly [field: string]: unknown }

/** The fields of a record that are literals; `undefined` where they cannot be told for sure. */
const literalsOf = ({ _tag: tag, props, type, types }: IoTsCodec): Literals | undefined => {
  if (tag === 'InterfaceType' && props !== undefined) {
    const found: Record<string, unknown> = Object.create(null)
    for (const name in props) if (props[name]?._tag === 'LiteralType') found[name] = props[name].value
    return found
  }
  if (tag === 'ExactType' || tag === 'RefinementType' || tag === 'ReadonlyType')
    return type === undefined ? undefined : literalsOf(type)
  if (tag === 'UnionType' || tag === 'RecursiveType' || tag === 'StrictType') return undefined
  if (tag !== 'IntersectionType' || types === undefined) return {}
  const found: Record<string, unknown> = Object.create(null)
  for (const each of types) {
    const own = literalsOf(each)
    if (own === undefined) return undefined
    for (const name in own) {
      if (name in found) return undefined
      found[name] = own[name]
    }
  }
  return found
}

/**
 * What each member of a tagged union has in the field that tells them apart; `undefined` where a member is made in a way
 * that io-ts finds the value in and this does not.
 */
export const tagValues = (
  members: ReadonlyArray<IoTsCodec>,
  tag: string,
): ReadonlyArray<unknown> | undefined => {
  const values: Array<unknown> = []
  for (const member of members) {
    const literals = literalsOf(member)
    if (literals === undefined || !(tag in literals)) return undefined
    values.push(literals[tag])
  }
  return values
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
