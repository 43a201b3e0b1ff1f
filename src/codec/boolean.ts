import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

/**
 * `true` or `false`, as in JSON. `1`, `yes` and `on` are not taken: callers differ in what they mean by `0`, an empty
 * text or `no`, and a wrong guess would be a silent one. It is for texts; in a JSON body it is io-ts's `t.boolean`.
 *
 * @since 0.1.0
 */
export const boolean: WireCodec<boolean, boolean | string> = /* @__PURE__ */ text({
  name: 'boolean',
  is: (value): value is boolean => typeof value === 'boolean',
  parse: (written) => (written === 'true' ? true : written === 'false' ? false : undefined),
  print: String,
  parameter: { type: 'boolean' },
  input: { type: 'string', enum: ['true', 'false'] },
})
