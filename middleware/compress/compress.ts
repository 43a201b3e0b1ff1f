import type { Fields } from '../../src/lambda/fields.ts'
import { headerOf } from '../../src/lambda/headers.ts'
import type { InlineMiddleware, Middleware, MiddlewareRequest, ProxyResult } from '../../src/middleware.ts'
import { assertOptions } from '../../src/options.ts'
import { callOfficial } from '../call-official.ts'
import { joinLists } from '../join-lists.ts'
import { encoding, negotiation } from './official.ts'

/**
 * A content coding that can be chosen.
 *
 * @since 0.1.0
 */
export type Encoding = 'br' | 'zstd' | 'gzip' | 'deflate'

/**
 * What is compressed, and how.
 *
 * @since 0.1.0
 */
export interface CompressOptions {
  /** The least bytes that a body has to have; 1024 when absent. */
  readonly threshold?: number
  /** The codings on offer, the preferred one first; `['br', 'zstd', 'gzip', 'deflate']` when absent. */
  readonly encodings?: ReadonlyArray<Encoding>
}

const ALL: ReadonlyArray<Encoding> = ['br', 'zstd', 'gzip', 'deflate']

/** `BROTLI_PARAM_QUALITY`: zlib's default of 11 is for files that are compressed once, and takes seconds a megabyte. */
const BROTLI = { params: { 1: 4 } }

const COMPRESSORS = {
  br: 'brotliCompressSync',
  zstd: 'zstdCompressSync',
  gzip: 'gzipSync',
  deflate: 'deflateSync',
} as const

const compressed = (body: string, coding: Encoding): string =>
  process.getBuiltinModule('node:zlib')[COMPRESSORS[coding]](Buffer.from(body)).toString('base64')

const headerIn = (response: ProxyResult, name: string): string | undefined => {
  const key = Object.keys(response.headers).find((each) => each.toLowerCase() === name)
  return key === undefined ? undefined : String(response.headers[key])
}

/** A strong tag is of these very bytes, and the coding has made others of them (RFC 9110 §8.8.3). */
const weakenTag = (response: ProxyResult): void => {
  const key = Object.keys(response.headers).find((each) => each.toLowerCase() === 'etag')
  if (key === undefined) return
  const tag = String(response.headers[key])
  if (!tag.startsWith('W/')) response.headers[key] = `W/${tag}`
}

const addVary = (response: ProxyResult): void => {
  const key = Object.keys(response.headers).find((each) => each.toLowerCase() === 'vary') ?? 'vary'
  const names = String(response.headers[key] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if (names.some((each) => each === '*' || each.toLowerCase() === 'accept-encoding')) return
  response.headers[key] = [...names, 'accept-encoding'].join(', ')
}

/** Media types that compression makes no smaller, or that a text body may be marked with all the same. */
const isCompressed = (type: string | undefined): boolean =>
  type !== undefined &&
  /^(?:image\/(?!svg)|audio\/|video\/|font\/woff|application\/(?:zip|gzip|zstd|pdf|x-7z))/i.test(type)

const assertCompressOptions = (options: CompressOptions): void => {
  assertOptions('compress(…)', options, ['threshold', 'encodings'])
  const { threshold = 0, encodings = ALL } = options
  if (!(Number.isInteger(threshold) && threshold >= 0))
    throw new TypeError(`compress(…): threshold is a whole number of bytes, not ${String(threshold)}`)
  const wrong = [encodings].flat().filter((each) => !ALL.includes(each))
  if (wrong.length > 0 || !Array.isArray(encodings))
    throw new TypeError(
      `compress(…): encodings is a list of ${ALL.join(', ')}${wrong.length > 0 ? `; there is no encoding '${wrong.join("', '")}'` : ''}`,
    )
}

interface Choice {
  readonly coding: Encoding | undefined
  /** Whether the answer as it is will not do. */
  readonly mustEncode: boolean
}

const NO_CHOICE: Choice = { coding: undefined, mustEncode: false }

/**
 * Compresses answers with `@middy/http-content-encoding`, in the coding that `accept-encoding` prefers (RFC 9110
 * §12.5.3, by `@middy/http-content-negotiation`). Bodies below the threshold, bytes and what has a `content-encoding`
 * are left alone; `identity;q=0` counts for more than the threshold.
 *
 * @throws TypeError when an option or a coding is unknown.
 * @since 0.1.0
 * @example
 * use(compress({ threshold: 512, encodings: ['gzip'] }))
 */
export const compress = (options: CompressOptions = {}): Middleware & InlineMiddleware => {
  assertCompressOptions(options)
  const { threshold = 1024, encodings = ALL } = options
  // Made for the first answer that needs them, not at start.
  let negotiator: ReturnType<typeof negotiation> | undefined
  let encoder: ReturnType<typeof encoding> | undefined

  /** The acceptable coding of the highest weight, ours first among equals; none where identity weighs more. */
  const choose = (accepted: string): Choice => {
    const negotiated: { preferredEncodings?: ReadonlyArray<string> } = {}
    negotiator ??= negotiation({
      availableEncodings: [...encodings],
      ...{ parseCharsets: false, parseLanguages: false, parseMediaTypes: false, failOnMismatch: false },
    })
    callOfficial(negotiator.before, {
      event: { headers: { 'accept-encoding': accepted } },
      context: negotiated,
    })
    const acceptable = negotiated.preferredEncodings ?? []
    const weights = weightsOf(accepted)
    const weight = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0
    const best = Math.max(0, ...acceptable.map(weight))
    const coding = encodings.find((each) => acceptable.includes(each) && weight(each) === best)
    return {
      coding: best < (weights.get('identity') ?? 0) ? undefined : coding,
      mustEncode: weight('identity') === 0 && (weights.has('identity') || weights.has('*')),
    }
  }

  const encode = async (response: ProxyResult, coding: Encoding, mustEncode: boolean): Promise<void> => {
    // The official middleware reads `cache-control` alone, and writes names in its own case: it gets an answer of its own.
    const cacheControl = headerIn(response, 'cache-control')
    const headers = cacheControl === undefined ? {} : { 'cache-control': cacheControl }
    const own = { statusCode: response.statusCode, headers, body: response.body, isBase64Encoded: false }
    encoder ??= encoding({ br: BROTLI })
    await callOfficial(encoder.after, { event: {}, context: { preferredEncoding: coding }, response: own })
    const isForbidden = cacheControl?.includes('no-transform') === true
    if (!own.isBase64Encoded && (!mustEncode || isForbidden)) return
    response.headers['content-encoding'] = coding
    weakenTag(response)
    // The official middleware sends what compression does not shorten as it is, which this caller has refused.
    response.body = own.isBase64Encoded ? own.body : compressed(response.body, coding)
    response.isBase64Encoded = true
  }

  const encodeAnswer = ({ event, response }: Pick<MiddlewareRequest<Fields>, 'event' | 'response'>) => {
    if (response === undefined || typeof response.body !== 'string' || response.isBase64Encoded) return
    // A character is one byte at the least and three at the most, so most bodies need no counting.
    const isSmall =
      response.body.length * 3 < threshold ||
      (response.body.length < threshold && Buffer.byteLength(response.body) < threshold)
    const accepted = headerOf(event, 'accept-encoding')
    if (response.body === '' || (isSmall && !accepted?.includes('q=0'))) return
    joinLists(response, ['vary', 'cache-control', 'content-encoding', 'content-type'])
    if (headerIn(response, 'content-encoding') !== undefined) return
    if (isCompressed(headerIn(response, 'content-type'))) return
    // A range is one of the bytes as they are (RFC 9110 §14.4).
    if (response.statusCode === 206 || headerIn(response, 'content-range') !== undefined) return
    const { coding, mustEncode } = accepted === undefined ? NO_CHOICE : choose(accepted)
    if (isSmall && !mustEncode) return
    addVary(response)
    return coding === undefined ? undefined : encode(response, coding, mustEncode)
  }

  return { readsAnyEvent: true, after: encodeAnswer, onError: encodeAnswer }
}

/** The weights of an `accept-encoding`, by coding in lower case. */
const weightsOf = (accepted: string): ReadonlyMap<string, number> =>
  new Map(
    accepted.split(',').map((each) => {
      const [coding = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      const weight = q === undefined ? 1 : Number(q.slice(2))
      return [coding, Number.isFinite(weight) ? weight : 0]
    }),
  )
