import type { WireCodec } from './standard.ts'
import { text } from './text.ts'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const SCHEMA = { type: 'string', format: 'uuid' }
const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

/**
 * A UUID of any version (RFC 9562 §4), in letters of either case, which are kept as they are. A string in JSON too, so it
 * serves in bodies as well.
 *
 * @since 0.1.0
 */
export const uuid: WireCodec<string> = /* @__PURE__ */ text({
  name: 'uuid',
  is: isUuid,
  parse: (written) => (isUuid(written) ? written : undefined),
  print: (value) => value,
  parameter: SCHEMA,
  input: SCHEMA,
})
