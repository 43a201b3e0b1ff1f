import type { IoTsCodec } from './io-ts.ts'

/**
 * How io-ts 2's own `validate` functions read: the properties that they name, in order, and how many calls they make.
 * Bundlers and minifiers rename variables and turn statements round; these they leave. There is no other way to tell
 * that `validate` is what the codec's tag promises: people replace it and keep the tag.
 */
const LEAF = 'is:3'
const EQUAL = ':3'
const ITEMS = 'validate.right.length.validate.left.right.slice.length:10'
const EXACT = 'validate.validate.right:6'

const SHAPES: { readonly [tag: string]: ReadonlyArray<string> } = {
  NullType: [LEAF],
  UndefinedType: [LEAF],
  VoidType: [LEAF],
  UnknownType: [':0'],
  AnyType: [':0'],
  StringType: [LEAF],
  NumberType: [LEAF],
  BigIntType: [LEAF],
  BooleanType: [LEAF],
  AnyArrayType: [LEAF],
  AnyDictionaryType: [LEAF],
  LiteralType: [EQUAL],
  KeyofType: [EQUAL],
  RefinementType: ['validate.right:5'],
  RecursiveType: ['validate:2'],
  ArrayType: [ITEMS],
  ReadonlyArrayType: [ITEMS],
  InterfaceType: ['validate.right.validate.left.right.call.length:10'],
  PartialType: ['validate.right.validate.left.right.length:9'],
  // With known keys, and with any.
  DictionaryType: [EXACT, 'is.keys.length.validate.right.validate.left.right.length.isArray:15'],
  // Untagged, and tagged.
  UnionType: ['length.validate.left.right:7', 'validate.right.validate:7'],
  IntersectionType: ['validate.left.push.right.length:9'],
  TupleType: ['validate.right.length.slice.validate.left.right.slice.length:11'],
  ExactType: [EXACT],
}

const sourceOf = (value: unknown): string => Function.prototype.toString.call(value)

const shapeOf = (value: unknown): string => {
  const source = sourceOf(value)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    // What CommonJS writes `(0, module.name)(…)` for is a bare `name(…)` in an ES module.
    .replace(/\(0, ?[\w$]+\.[\w$]+\)/g, 'f')
    .replace(/\b\w+\.(?=Unknown(?:Record|Array)\b)/g, '')
  const names = Array.from(source.matchAll(/\.(\w+)/g), ([, name]) => name)
  const calls = source.replace(/\b(?:if|for|function|return)\s*\(/g, '').match(/[\w$)\]]\(/g) ?? []
  return `${names.join('.')}:${calls.length}`
}

/** Whether `decode` is the one that every codec inherits. */
export const isDecodeInherited = (codec: IoTsCodec): boolean => {
  if (!sourceOf(codec.decode).includes('[native code]')) return false
  let owner: object | null = Object.getPrototypeOf(codec)
  while (owner !== null && !Object.hasOwn(owner, 'decode')) owner = Object.getPrototypeOf(owner)
  return owner !== null && 'decode' in owner && shapeOf(owner.decode) === 'validate:1'
}

const wayOf = (codec: IoTsCodec): number => {
  const { _tag: tag, validate } = codec
  if (tag === undefined || !isDecodeInherited(codec)) return -1
  // A read-only codec has the very function of what it is made of.
  if (tag === 'ReadonlyType') return validate === codec.type?.validate ? 0 : -1
  return Object.hasOwn(SHAPES, tag) ? (SHAPES[tag]?.indexOf(shapeOf(validate)) ?? -1) : -1
}

const known = new WeakMap<IoTsCodec, number>()

/**
 * Which of io-ts's ways to validate a codec has, as an index among those that its tag may have; -1 when its `validate`
 * or its `decode` is not io-ts's own, or not known.
 */
export const genuine = (codec: IoTsCodec): number => {
  const way = known.get(codec) ?? wayOf(codec)
  known.set(codec, way)
  return way
}
