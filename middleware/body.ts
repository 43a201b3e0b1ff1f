import { BadRequestError, PayloadTooLargeError, UnsupportedMediaTypeError } from '../src/error.ts'
import { fromBase64 } from '../src/lambda/base64.ts'
import { type Fields, fields } from '../src/lambda/fields.ts'
import { headerOf } from '../src/lambda/headers.ts'
import { LambdaRequest } from '../src/lambda/request.ts'

/** The most bytes that a compressed body may have once decompressed, unless said otherwise: API Gateway's own 10 MB. */
export const BODY_LIMIT = 10 * 1024 * 1024

const DECODERS = {
  gzip: 'gunzipSync',
  'x-gzip': 'gunzipSync',
  deflate: 'inflateSync',
  br: 'brotliDecompressSync',
  zstd: 'zstdDecompressSync',
} as const

const isDecodable = (encoding: string): encoding is keyof typeof DECODERS => Object.hasOwn(DECODERS, encoding)

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const decompress = (bytes: Buffer, encoding: string, limit: number): Buffer => {
  if (!isDecodable(encoding))
    throw new UnsupportedMediaTypeError(
      `content-encoding '${encoding.slice(0, 40)}' is not accepted: send gzip, deflate, br, zstd or none`,
      { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } },
    )
  try {
    // Only a request that needs it pays for loading zlib.
    return process.getBuiltinModule('node:zlib')[DECODERS[encoding]](bytes, { maxOutputLength: limit })
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE')
      throw new PayloadTooLargeError(`The body is larger than ${limit} bytes once decompressed`)
    throw new BadRequestError(`Error Decoding Body: it is not ${encoding}`, { cause })
  }
}

/**
 * A body's text: base64 and `content-encoding` undone.
 *
 * @param limit the most bytes once decompressed
 * @throws BadRequestError, PayloadTooLargeError, UnsupportedMediaTypeError
 */
export const bodyText = (event: Fields, body: string, limit: number): string => {
  const encoding = headerOf(event, 'content-encoding')?.trim().toLowerCase() ?? ''
  const bytes = event.isBase64Encoded === true ? fromBase64(body) : undefined
  if (encoding === '' || encoding === 'identity') return bytes?.toString('utf8') ?? body
  return decompress(bytes ?? Buffer.from(body, 'utf8'), encoding, limit).toString('utf8')
}

/** Marks an event whose body is parsed when it is first read, so that nobody reads it to find that out. */
const LATER = Symbol('calix.later')

/** What a body parser reads of middy's request. */
export interface BodyRequest {
  readonly event: Fields
  readonly internal?: Readonly<Record<string, unknown>>
}

/** What a function comes to, or fails with, the first time; the same from then on. */
const once = (parse: () => unknown): (() => unknown) => {
  let parsed: { readonly value: unknown } | { readonly error: unknown } | undefined
  return () => {
    if (parsed === undefined) {
      try {
        parsed = { value: parse() }
      } catch (error) {
        parsed = { error }
      }
    }
    if ('error' in parsed) throw parsed.error
    return parsed.value
  }
}

/**
 * Has a body parsed when it is first read, from the request or from the event. An event that is still the one that came
 * is read by nobody but calix, and stays as it is.
 */
export const parseLater = ({ event, internal }: BodyRequest, parse: () => unknown): void => {
  const request = internal?.request
  let read = once(parse)
  if (request instanceof LambdaRequest && request.event === event) {
    LambdaRequest.parseWith(request, read)
    return
  }
  Object.defineProperty(event, LATER, { value: true })
  Object.defineProperty(event, 'body', {
    configurable: true,
    enumerable: true,
    get: () => read(),
    set: (value: unknown) => {
      read = () => value
    },
  })
}

/** An event's body when it is still the text that came, of a media type that passes. */
export const unparsedBody = (
  { event, internal }: BodyRequest,
  isMine: (type: string) => boolean,
): string | undefined => {
  if (LATER in event || typeof event.body !== 'string' || event.body === '') return undefined
  if (internal?.request instanceof LambdaRequest && LambdaRequest.isParsed(internal.request)) return undefined
  // Text in the place of the text that came is what another parser has made of it.
  const { event: came } = fields(internal?.request)
  if (came !== undefined && fields(came).body !== event.body) return undefined
  const type = headerOf(event, 'content-type')
  return type !== undefined && isMine(type) ? event.body : undefined
}
