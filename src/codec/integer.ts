import { printNumber } from './number.ts'
import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

const INTEGER = /^-?(?:0|[1-9]\d{0,15})$/

const parse = (written: string): number | undefined => {
  if (!INTEGER.test(written)) return undefined
  const value = Number(written)
  return Number.isSafeInteger(value) ? value : undefined
}

/**
 * A whole number, written in digits: `0`, `-7`, `9007199254740991`. One that JavaScript cannot hold exactly is refused
 * (`Number.isSafeInteger`), since it would arrive as another. It is for texts; in a JSON body it is io-ts's `t.Int`.
 *
 * @since 0.1.0
 */
export const integer: WireCodec<number, number | string> = /* @__PURE__ */ text({
  name: 'integer',
  is: (value): value is number => Number.isSafeInteger(value),
  parse,
  print: printNumber,
  parameter: { type: 'integer', minimum: -(2 ** 53 - 1), maximum: 2 ** 53 - 1 },
  input: { type: 'string', pattern: INTEGER.source },
})
