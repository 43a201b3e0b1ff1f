import type { Tagged } from './tagged.ts'
import type { Site } from './view.ts'

type Tag = Tagged['_tag']

const OBJECTS: ReadonlySet<Tag> = new Set<Tag>([
  'InterfaceType',
  'PartialType',
  'StrictType',
  'DictionaryType',
  'AnyDictionaryType',
  'ObjectType',
])
const ARRAYS: ReadonlySet<Tag> = new Set<Tag>(['ArrayType', 'ReadonlyArrayType', 'AnyArrayType', 'TupleType'])
const NO_TEXTS: ReadonlySet<Tag> = new Set<Tag>(['NumberType', 'BooleanType', 'NullType'])
const TEXTS: ReadonlySet<Tag> = new Set<Tag>(['StringType', 'LiteralType', 'KeyofType'])

/** Why a codec cannot be where it is, if so: a record of texts is no array, and a text is no number. */
export const misplaced = (codec: Tagged, { repeats = false, view }: Site): string | undefined => {
  const tag = codec._tag
  const name = `'${codec.name.slice(0, 80)}'`
  if (view === 'form' && (ARRAYS.has(tag) || NO_TEXTS.has(tag) || TEXTS.has(tag)))
    return `${name} is no record of texts; use t.type({ … })`
  if (view !== 'parameter') return undefined
  if (OBJECTS.has(tag)) return 'a text is no object; declare its fields by themselves'
  if (ARRAYS.has(tag) && !repeats) return `${name} takes no value that comes once; use list(…) of calix/codec`
  if (NO_TEXTS.has(tag) || (codec._tag === 'LiteralType' && typeof codec.value !== 'string'))
    return `io-ts's ${name} takes no text; use one for texts, as number or boolean of calix/codec`
  return undefined
}
