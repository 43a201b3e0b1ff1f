import { randomBytes } from 'node:crypto'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { issuer, keyPair } from './issuer.ts'
import { request } from './request.ts'
import type { Key } from './signer.ts'

export const seconds = Math.floor(Date.now() / 1000)
export const ours = issuer('key-1', keyPair())
export const theirs = issuer('key-1', keyPair())
export const secret = (): string => randomBytes(24).toString('base64url')
export const apiKeys = { partner: secret(), tester: secret() }
export const key: Key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: secret() }
export const session: Key = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: secret(),
  sessionToken: secret(),
}

export type Refusal =
  | 'UNAUTHORIZED'
  | 'ACCESS_DENIED'
  | 'INVALID_API_KEY'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'INVALID_SIGNATURE'
  | 'FAILURE'

export type Expected = Refusal | 'admitted'

export interface Case {
  readonly name: string
  readonly ask: (host: string) => WireRequest | Promise<WireRequest>
  /** What is expected, of a REST API and of an HTTP API where they differ. */
  readonly rest: Expected
  readonly http: Expected
}

export type Headers = ReadonlyArray<readonly [string, string]>

export const given = (name: string, target: string, headers: Headers, rest: Expected, http = rest): Case => ({
  name: `${target}: ${name}`,
  ask: () => request(target, headers),
  rest,
  http,
})

export const bearer = (token: string): Headers => [['authorization', `Bearer ${token}`]]
