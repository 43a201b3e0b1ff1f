import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { request } from './request.ts'

type Data = string | ArrayBuffer | ArrayBufferView

const bytes = (data: Data): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data)

/** SHA-256 as AWS's signer takes it. */
const Sha256 = class {
  readonly hash
  constructor(secret?: Data) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret))
  }
  update(data: Data): void {
    this.hash.update(bytes(data))
  }
  reset(): void {}
  async digest(): Promise<Uint8Array> {
    return this.hash.digest()
  }
}

export interface Key {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface ToSign {
  readonly method?: string
  /** Percent-encoded. */
  readonly path?: string
  /** Not encoded. */
  readonly query?: Readonly<Record<string, string | Array<string>>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** As the `host` header has it. */
  readonly host?: string
}

interface Signing {
  readonly at: Date
  readonly region?: string
  readonly service?: string
}

const HOST = '127.0.0.1:8080'

const signerOf = (
  credentials: Key,
  { region = 'us-east-1', service = 'execute-api' }: Signing,
): SignatureV4 => new SignatureV4({ credentials, region, service, sha256: Sha256, applyChecksum: false })

const plain = ({ method = 'GET', path = '/', query = {}, headers = {}, body, host = HOST }: ToSign) => ({
  ...{ method, protocol: 'http:', hostname: '127.0.0.1', port: 8080, path },
  query: { ...query },
  headers: { host, ...headers },
  ...(body === undefined ? {} : { body }),
})

type Query = Readonly<Record<string, string | Array<string> | null>>

const targetOf = (path: string, query: Query): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** A request that AWS's own signer has signed, in its `Authorization` header. */
export const signed = async (key: Key, what: ToSign, how: Signing): Promise<WireRequest> => {
  const made = await signerOf(key, how).sign(plain(what), { signingDate: how.at })
  return request(targetOf(made.path, made.query ?? {}), Object.entries(made.headers), what)
}

/** A request that AWS's own signer has signed, in its query. */
export const presigned = async (
  key: Key,
  what: ToSign,
  how: Signing & { readonly expiresIn?: number },
): Promise<WireRequest> => {
  const { at, expiresIn = 60 } = how
  const made = await signerOf(key, how).presign(plain(what), { signingDate: at, expiresIn })
  return request(targetOf(made.path, made.query ?? {}), Object.entries(made.headers), what)
}
