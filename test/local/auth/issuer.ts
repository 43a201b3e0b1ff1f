import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** What makes tokens; its keys are made for the length of a test run. */
export interface Issuer {
  /** The public keys, as they are published. */
  readonly jwks: { readonly keys: ReadonlyArray<object> }
  /** The public key as anybody may have it, in PEM. */
  readonly pem: string
  /** A token with these claims; the header's members replace what they would be. */
  readonly token: (claims: unknown, header?: object) => string
  /** The same signed with an HMAC by any secret. */
  readonly hmacToken: (claims: unknown, secret: string | Buffer, header?: object) => string
}

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token that is put together by hand, so that it may be one that no library would make. */
export const assemble = (header: unknown, claims: unknown, signature: Buffer | string = ''): string =>
  `${part(header)}.${part(claims)}.${Buffer.from(signature).toString('base64url')}`

const HASHES: Readonly<Record<string, string>> = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' }

/** Several at once, since every one takes its time to be made. */
export const keyPair = (): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })

export const issuer = (kid = 'key-1', { publicKey, privateKey } = keyPair()): Issuer => ({
  jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }] },
  pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  token: (claims, over = {}) => {
    const header: Readonly<Record<string, unknown>> = { alg: 'RS256', kid, typ: 'JWT', ...over }
    const hash = HASHES[String(header.alg)] ?? 'sha256'
    return assemble(header, claims, sign(hash, Buffer.from(`${part(header)}.${part(claims)}`), privateKey))
  },
  hmacToken: (claims, secret, over = {}) => {
    const header = { alg: 'HS256', kid, typ: 'JWT', ...over }
    const mac = createHmac('sha256', secret).update(`${part(header)}.${part(claims)}`)
    return assemble(header, claims, mac.digest())
  },
})
