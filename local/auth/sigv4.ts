import { createHash, createHmac, type Hash, type Hmac, timingSafeEqual } from 'node:crypto'
import { ACCOUNT_ID } from '../gateway/address.ts'
import type { WireRequest } from '../gateway/gateway.ts'
import { splitTarget } from '../gateway/target.ts'
import { canonicalRequest, hexDigest } from './canonical-request.ts'
import { headerValues } from './header.ts'
import { type PresentedSignature, presentedSignature } from './presented-signature.ts'
import { isSameSecret } from './secret.ts'
import type { AuthCredentials } from './settings.ts'
import { admitted, type Caller, type Refused, refused, type Verdict } from './verdict.ts'

/** Five minutes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
const SKEW = 5 * 60 * 1000

const invalid = (reason: string): Refused => refused('INVALID_SIGNATURE', reason)

/** SHA-256 the way that AWS's signer takes it: a class, with a key for an HMAC. */
class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data))
  }

  reset(): void {
    throw new Error('a digest is taken once')
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array => {
  if (typeof data === 'string') return Buffer.from(data)
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}

/** The signature that these credentials would give the text. */
const sign = async (
  credentials: AuthCredentials,
  { longDate, region, scope, time }: PresentedSignature,
  canonical: string,
): Promise<string> => {
  // Only here: a server whose routes are not for IAM's callers needs no signer.
  const { SignatureV4 } = await import('@smithy/signature-v4')
  const { accessKeyId, secretAccessKey } = credentials
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region,
    service: 'execute-api',
    sha256: Sha256,
  })
  const text = ['AWS4-HMAC-SHA256', longDate, scope, hexDigest(canonical)].join('\n')
  return signer.sign(text, { signingDate: time, signingRegion: region })
}

/** Why a signature does not hold at this time, if it does not. */
const untimely = ({ time, expires }: PresentedSignature, now: Date): string | undefined => {
  const age = now.getTime() - time.getTime()
  if (age < -SKEW) return 'it is signed for a later time: is the clock right?'
  if (expires === undefined) return age > SKEW ? 'it was signed more than five minutes ago' : undefined
  return age > expires * 1000 ? 'it has expired' : undefined
}

/** The credentials that are meant; temporary ones with the token that came with them. */
const credentialsFor = (
  all: ReadonlyArray<AuthCredentials>,
  { accessKeyId, sessionToken }: PresentedSignature,
): AuthCredentials | Refused => {
  const known = all.filter((each) => each.accessKeyId === accessKeyId)
  if (known.length === 0)
    return refused('ACCESS_DENIED', 'its access key is none of those that are known here')
  const found = known.find((each) => isSameSecret(each.sessionToken ?? '', sessionToken ?? ''))
  return found ?? refused('ACCESS_DENIED', 'its session token is not that of its access key')
}

const canonicalOf = (
  request: WireRequest,
  { signedHeaders, query }: PresentedSignature,
): string | Refused => {
  const headers = new Map(signedHeaders.map((name) => [name, headerValues(request, name)]))
  const absent = signedHeaders.find((name) => headers.get(name)?.length === 0)
  if (absent !== undefined) return invalid(`it signs the ${absent} header, which is not there`)
  const { method, body, target } = request
  if (headerValues(request, 'x-amz-content-sha256').some((each) => each !== hexDigest(body)))
    return invalid('its x-amz-content-sha256 is not that of its body')
  try {
    return canonicalRequest({ method, path: splitTarget(target).path, query, headers, body })
  } catch (error) {
    if (error instanceof URIError && error.message.startsWith('its ')) return invalid(error.message)
    return invalid('its query or path is not well percent-encoded')
  }
}

const callerOf = (credentials: AuthCredentials): Caller => {
  const { accessKeyId, accountId = ACCOUNT_ID } = credentials
  const { userArn = `arn:aws:iam::${accountId}:user/local` } = credentials
  // Users have ids of the same form as their keys, but for the first letters.
  const userId = accessKeyId.replace(/^A[KS]IA/, 'AIDA')
  return { kind: 'iam', accountId, accessKey: accessKeyId, callerId: userId, userArn, userId }
}

/**
 * Who has signed a request, with AWS Signature Version 4: it is signed again and compared in constant time. The region
 * may be any. What IAM would allow the caller is not known here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 *
 * @param credentials those that are known on this machine
 * @param now the time that the signature must hold at
 * @since 0.1.0
 */
export const verifySignature = async (
  credentials: ReadonlyArray<AuthCredentials>,
  request: WireRequest,
  now: Date,
): Promise<Verdict> => {
  const presentation = presentedSignature(request)
  if (presentation.tag === 'Refused') return presentation
  const { signature } = presentation
  const known = credentialsFor(credentials, signature)
  if ('tag' in known) return known
  const late = untimely(signature, now)
  if (late !== undefined) return invalid(late)
  const canonical = canonicalOf(request, signature)
  if (typeof canonical !== 'string') return canonical
  const expected = await sign(known, signature, canonical)
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature.signature))
    ? admitted(callerOf(known))
    : invalid('its signature is not that of the request with these credentials')
}
