import type { IoTsCodec } from './io-ts.ts'
import { finished, isArrayText, isRecordText, type Part, type Text, type Writer } from './part.ts'

/** Decodes `x`, which io-ts changes in a copy where it decodes to something else, or is `isMissing`. */
const changed = (part: Part, invalid: string, change: Text, isMissing?: string): string => {
  const { call, canBeNaN, canBeUndefined, test } = part
  const missing = (x: string) =>
    canBeUndefined && isMissing !== undefined ? [`${x}===undefined&&${isMissing}`] : []
  if (test === undefined) {
    const changes = ['r!==x', ...missing('r')].join('||')
    return `r=${call('x')};if(r===X){${invalid}}if(r!==X&&(${changes})){${change('r')}}`
  }
  const changes = [...(canBeNaN ? ['x!==x'] : []), ...missing('x')].join('||')
  return `if(!(${test('x')})){${invalid}}${changes === '' ? '' : `else if(${changes}){${change('x')}}`}`
}

type Fields = { readonly [name: string]: IoTsCodec }

/** A record of some fields, all of which have to be there. */
export const record = (write: Writer, fields: Fields): string => {
  const each = Object.entries(fields).map(([name, codec]) => {
    const key = JSON.stringify(name)
    const change: Text = (value) => `if(a===v)a=Object.assign({},v);a[${key}]=${value}`
    return `x=a[${key}];${changed(write.partOf(codec), write.invalid, change, `!h.call(a,${key})`)}`
  })
  return write.define(`if(!${isRecordText('v')})return X;let a=v;${each.join('')}return ${write.result('a')}`)
}

/** A record of some fields, each of which may be missing. */
export const partial = (write: Writer, fields: Fields): string => {
  const each = Object.entries(fields).map(([name, codec]) => {
    const key = JSON.stringify(name)
    const change: Text = (value) => `if(a===v)a=Object.assign({},v);a[${key}]=${value}`
    const invalid = `if(x!==undefined){${write.invalid}}${finished(write, codec, 'x', 'r')}`
    return `x=a[${key}];${changed(write.partOf(codec), invalid, change)}`
  })
  return write.define(`if(!${isRecordText('v')})return X;let a=v;${each.join('')}return ${write.result('a')}`)
}

export const array = (write: Writer, item: IoTsCodec): string => {
  const each = changed(write.partOf(item), write.invalid, (value) => `if(a===v)a=v.slice();a[i]=${value}`)
  return write.define(
    `if(!${isArrayText('v')})return X;let a=v;for(let i=0,n=v.length;i<n;i++){x=v[i];${each}}return ${write.result('a')}`,
  )
}

/** What a list is written as, `itemsOf` being the name of what takes it apart. */
export const list = (write: Writer, item: IoTsCodec, itemsOf: string): string =>
  write.define(
    `const a=[],l=${itemsOf}(v);for(let i=0;i<l.length;i++){x=l[i];r=${write.partOf(item).call('x')};` +
      `if(r===X){${write.invalid};continue}a.push(r)}return ${write.result('a')}`,
  )

export const tuple = (write: Writer, types: ReadonlyArray<IoTsCodec>): string => {
  const each = types.map((codec, i) => {
    const change: Text = (value) => `if(a===v)a=v.slice();a[${i}]=${value}`
    return `x=v[${i}];${changed(write.partOf(codec), write.invalid, change)}`
  })
  const n = types.length
  return write.define(
    `if(!${isArrayText('v')})return X;let a=v.length>${n}?v.slice(0,${n}):v;${each.join('')}return ${write.result('a')}`,
  )
}

/** A record that keeps the fields of `props` alone. */
export const exact = (write: Writer, inner: string, props: object): string =>
  write.define(`if(!${isRecordText('v')})return X;r=${inner};return r===X?X:s(r,${write.constant(props)})`)

/** A record of any names. */
export const dictionary = (write: Writer, domain: IoTsCodec, codomain: IoTsCodec): string => {
  const others = codomain._tag === 'AnyType' ? `${isArrayText('v')}?v:X` : 'X'
  const name = `d=${write.partOf(domain).call('k')};${finished(write, domain, 'k', 'd')}`
  const value = `r=${write.partOf(codomain).call('x')};if(r===X){${write.invalid};continue}`
  return write.define(
    `if(!${isRecordText('v')})return ${others};let a={},c=false,d;for(const k of Object.keys(v)){x=v[k];` +
      `${name}if(d===X){c=true;continue}c=c||d!==k;${value}c=c||r!==x;a[d]=r}return ${write.result('c?a:v')}`,
  )
}
