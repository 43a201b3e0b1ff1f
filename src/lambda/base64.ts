import { BadRequestError } from '../error.ts'

/** Whether a text is base64 as gateways write it (RFC 4648 §4): `Buffer` would skip over whatever is not. */
export const isBase64 = (body: string): boolean =>
  body.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(body)

/**
 * The bytes of a body that the gateway has sent as base64.
 *
 * @throws BadRequestError when it is none.
 */
export const fromBase64 = (body: string): Buffer => {
  if (!isBase64(body)) throw new BadRequestError('Error Decoding Body: it is marked as base64 and is not')
  return Buffer.from(body, 'base64')
}
