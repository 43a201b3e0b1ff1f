import type * as t from '#io-ts'
import type { Codec } from '../codec.ts'

/**
 * Whether a codec is one of io-ts; what is a Standard Schema as well counts as this. A guard under the name `is`, and a
 * name in words, are what others do not have: zod's schemas decode, encode and validate too.
 */
export const isIoType = (codec: Codec): codec is t.Mixed =>
  typeof codec === 'object' &&
  'validate' in codec &&
  'encode' in codec &&
  'is' in codec &&
  typeof codec.is === 'function' &&
  'name' in codec &&
  typeof codec.name === 'string'
