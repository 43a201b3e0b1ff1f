import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

/** The grammar of RFC 8259 §6, so that a number is written in a query as it is in JSON. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A number as text, the negative zero too, which `String` takes for zero. */
export const printNumber = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

const parse = (written: string): number | undefined => {
  if (!NUMBER.test(written)) return undefined
  const value = Number(written)
  return Number.isFinite(value) ? value : undefined
}

/**
 * A number, written as in JSON (RFC 8259 §6): `1`, `-2.5`, `1e3`; no `0x10`, no `01`, no `+1`, no `.5`, nothing around it,
 * and not so large that it would be infinite. It is for texts; in a JSON body a number is io-ts's `t.number`.
 *
 * @since 0.1.0
 */
export const number: WireCodec<number, number | string> = /* @__PURE__ */ text({
  name: 'number',
  is: (value): value is number => Number.isFinite(value),
  parse,
  print: printNumber,
  parameter: { type: 'number' },
  input: { type: 'string', pattern: NUMBER.source },
})
