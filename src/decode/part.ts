import type { IoTsCodec } from './io-ts.ts'

/** Stands for a value that its codec does not decode. */
export const INVALID: unique symbol = Symbol('invalid')

/** Text of a program about the variable `x`. */
export type Text = (x: string) => string

/**
 * How a codec is checked. What is generated answers `X`, `INVALID`, at the first thing that it finds, where io-ts goes on
 * and may come to something that throws; that matters where being invalid is not the end, as in a union.
 */
export interface Part {
  /** Is true of valid values, which decode to themselves. */
  readonly test?: Text
  /** Decodes, or is `X`. */
  readonly call: Text
  /** Whether it may decode to `undefined`. */
  readonly canBeUndefined: boolean
  /** Whether it may decode to `NaN`, which io-ts takes for a change of itself. */
  readonly canBeNaN: boolean
  /** Is true of a value that was found invalid when io-ts would have done no more. */
  readonly isDone: Text
  /** Is true of a value that io-ts finds invalid, or valid, without a look inside and without a foreign function. */
  readonly isIdle: Text
}

/** What a program is written with. */
export interface Writer {
  /** What is done about something invalid, and what is answered in the end: `INVALID` now, or after all that io-ts does. */
  readonly invalid: string
  readonly result: Text
  /** Whether all is done that io-ts does, also where it is known that a value is invalid. */
  readonly isThorough: boolean
  /** What is defined by itself, where the program is what it is defined as: asked for it again, it calls itself. */
  readonly self: IoTsCodec | undefined
  /** The name of a value. */
  readonly constant: (value: unknown) => string
  /** The name of a function of `v`, which has the variables `x`, `r` and `e` to work with. */
  readonly define: (body: string) => string
  /** The name of a function of others. */
  readonly foreign: (given: unknown) => string
  /** The name of a function that decodes what is defined by itself. */
  readonly later: (codec: IoTsCodec) => string
  /** The name of a function that has a codec itself decode. */
  readonly own: (codec: IoTsCodec) => string
  /** The name of a function that decodes and does all that io-ts does. */
  readonly thorough: (codec: IoTsCodec) => string
  readonly partOf: (codec: IoTsCodec) => Part
}

export const isRecordText: Text = (x) => `(typeof ${x}==="object"&&${x}!==null&&!Array.isArray(${x}))`
export const isArrayText: Text = (x) => `Array.isArray(${x})`
export const always: Text = () => 'true'
export const never: Text = () => 'false'

/** A part that a test is enough for. */
export const tested = (test: Text, canBeUndefined: boolean, canBeNaN: boolean, isIdle = always): Part => ({
  test,
  call: (x) => `(${test(x)}?${x}:X)`,
  ...{ canBeUndefined, canBeNaN, isIdle },
  isDone: always,
})

/** A part that has a function of its own; of another `kind` of value io-ts sees at once that it is invalid. */
export const called = (name: string, kind?: Text): Part => {
  const isOther: Text = kind === undefined ? never : (x) => `!${kind(x)}`
  const isUnlike = kind === undefined
  return {
    call: (x) => `${name}(${x})`,
    canBeUndefined: isUnlike,
    canBeNaN: isUnlike,
    isDone: isOther,
    isIdle: isOther,
  }
}

const typeofText =
  (type: string): Text =>
  (x) =>
    `typeof ${x}==="${type}"`

/** The codecs that look at nothing but a value's kind. */
export const KINDS: { readonly [tag: string]: Part } = {
  NullType: tested((x) => `${x}===null`, false, false),
  UndefinedType: tested((x) => `${x}===undefined`, true, false),
  VoidType: tested((x) => `${x}===undefined`, true, false),
  UnknownType: tested(always, true, true),
  AnyType: tested(always, true, true),
  StringType: tested(typeofText('string'), false, false),
  NumberType: tested(typeofText('number'), false, true),
  BigIntType: tested(typeofText('bigint'), false, false),
  BooleanType: tested(typeofText('boolean'), false, false),
  AnyArrayType: tested(isArrayText, false, false),
  AnyDictionaryType: tested(isRecordText, false, false),
}

/** Does what is left undone, where a value is invalid and that is not the end. */
export const finished = (write: Writer, codec: IoTsCodec, x: string, r: string): string => {
  const isDone = write.partOf(codec).isDone(x)
  return write.isThorough || isDone === 'true'
    ? ''
    : `if(${r}===X&&!(${isDone}))${r}=${write.thorough(codec)}(${x});`
}
