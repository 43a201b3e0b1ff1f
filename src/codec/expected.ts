import type * as t from '#io-ts'

const KINDS: { readonly [tag: string]: string } = {
  InterfaceType: 'object',
  PartialType: 'object',
  StrictType: 'object',
  ExactType: 'object',
  IntersectionType: 'object',
  DictionaryType: 'object',
  ArrayType: 'array',
  ReadonlyArrayType: 'array',
  TupleType: 'array',
}

/** What a codec asks for, short: its name, or its kind where io-ts has made the name from its structure. */
export const expectedBy = (codec: t.Decoder<never, unknown>): string => {
  const kind = '_tag' in codec ? KINDS[String(codec._tag)] : undefined
  return kind === undefined || /^[\w.-]+$/.test(codec.name) ? codec.name : kind
}
