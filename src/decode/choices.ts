import type { IoTsCodec } from './io-ts.ts'
import { called, isRecordText, type Part, type Text, tested, type Writer } from './part.ts'

/** The first of some codecs that decodes a value. */
export const union = (write: Writer, types: ReadonlyArray<IoTsCodec>): Part => {
  const parts = types.map(write.partOf)
  const canBeUndefined = parts.some((each) => each.canBeUndefined)
  const canBeNaN = parts.some((each) => each.canBeNaN)
  const isIdle: Text = (x) => parts.map((each) => `(${each.isIdle(x)})`).join('&&')
  const tests = parts.flatMap(({ test }) => (test === undefined ? [] : [test]))
  if (tests.length === parts.length)
    return tested((x) => tests.map((test) => `(${test(x)})`).join('||'), canBeUndefined, canBeNaN, isIdle)
  // What io-ts would have done before it came to the one that decodes.
  const tries = types.map((codec) => {
    const part = write.partOf(codec)
    const isDone = part.isDone('v')
    const isLeft = !write.isThorough && isDone !== 'true'
    const later = isLeft ? `if(!(${isDone}))u.push(${write.thorough(codec)});` : ''
    return `r=${part.call('v')};if(r!==X){for(const f of u){x=f(v);if(x!==X)return x}return r}${later}`
  })
  const name = write.define(`const u=[];${tries.join('')}return X`)
  const isDone: Text = (x) => parts.map((each) => `(${each.isDone(x)})`).join('&&')
  return { call: (x) => `${name}(${x})`, canBeUndefined, canBeNaN, isDone, isIdle }
}

/** The codec of a record that has one of its `values` in the field `tag`. */
export const taggedUnion = (
  write: Writer,
  types: ReadonlyArray<IoTsCodec>,
  tag: string,
  values: ReadonlyArray<ReadonlyArray<unknown>>,
): string => {
  const each = types.map((codec, i) => {
    const isOne = (values[i] ?? []).map((value) => `x===${write.constant(value)}`).join('||')
    return `if(${isOne})return ${write.partOf(codec).call('v')};`
  })
  return write.define(
    `if(!${isRecordText('v')})return X;x=v[${JSON.stringify(tag)}];${each.join('')}return X`,
  )
}

/** All of some codecs, and what they come to together. */
export const intersection = (write: Writer, types: ReadonlyArray<IoTsCodec>): Part => {
  const parts = types.map(write.partOf)
  const names = parts.map((_, i) => `r${i}`)
  const each = parts.map(({ call }, i) => `const r${i}=${call('v')};if(r${i}===X){${write.invalid}}`)
  const areSame = names.map((name) => `${name}===v`).join('&&')
  const name = write.define(`${each.join('')}return ${write.result(`${areSame}?v:m(v,[${names}])`)}`)
  const isIdle: Text = (x) => parts.map((part) => `(${part.isIdle(x)})`).join('&&')
  return { ...called(name), isDone: isIdle, isIdle }
}
