import type * as t from '#io-ts'

/** The codecs of io-ts that have a schema; their `_tag` tells them apart, in whichever copy of io-ts they were made. */
export type Tagged =
  | t.NullType
  | t.UndefinedType
  | t.VoidType
  | t.UnknownType
  | t.AnyType
  | t.NeverType
  | t.StringType
  | t.NumberType
  | t.BooleanType
  | t.AnyArrayType
  | t.AnyDictionaryType
  | t.ObjectType
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<{ [key: string]: unknown }>
  | t.RefinementType<t.Mixed>
  | t.RecursiveType<t.Mixed>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.InterfaceType<t.Props>
  | t.StrictType<t.Props>
  | t.PartialType<t.Props>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.UnionType<Array<t.Mixed>>
  | t.IntersectionType<Array<t.Mixed>>
  | t.TupleType<Array<t.Mixed>>
  | t.ReadonlyType<t.Mixed>
  | t.ExactType<t.HasProps>

/** A codec as what its tag says that it is. */
export const tagged = (codec: t.Mixed): Tagged | undefined =>
  // No tag is what a codec of one's own has; any other is io-ts's word for the class.
  '_tag' in codec ? (codec as unknown as Tagged) : undefined

/** Whether a refinement is io-ts's own of whole numbers: what it does has no name that would say so. */
export const isWhole = ({ name, type, predicate }: t.RefinementType<t.Mixed>): boolean =>
  (name === 'Int' || name === 'Integer') &&
  tagged(type)?._tag === 'NumberType' &&
  predicate(1) &&
  !predicate(1.5)
