/** Whether a text is base64 as gateways write it (RFC 4648 §4): `Buffer` would skip over whatever is not. */
export const isBase64 = (body: string): boolean =>
  body.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(body)
