/** A request's body as an event carries it. */
interface EventBody {
  readonly body: string
  readonly isBase64Encoded: boolean
}

/**
 * The body of an event: text where the gateway takes it for text, base64 otherwise. Bytes that are not UTF-8 are base64
 * whatever their type, for nothing else carries them whole.
 *
 * @param bytes the request's payload
 * @param isText whether the gateway takes this type for text
 * @since 0.1.0
 */
export const payloadOf = (bytes: Uint8Array, isText: boolean): EventBody => {
  const text = isText ? decodeUtf8(bytes) : undefined
  return text === undefined
    ? { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true }
    : { body: text, isBase64Encoded: false }
}

/**
 * Whether HTTP APIs, function URLs and load balancers hand a body over as text: `text/*`, JSON, XML and JavaScript, and
 * nothing else, so that a form and a body without a type come as base64. AWS lists the types for load balancers in
 * "Lambda functions as targets" (User Guide for Application Load Balancers); HTTP APIs were measured to draw the same
 * line (github.com/ministackorg/ministack, pull request 766).
 *
 * @param contentType the header's value, with or without parameters
 * @since 0.1.0
 */
export const isTextType = (contentType: string | undefined): boolean => {
  const type = mediaType(contentType)
  return type.startsWith('text/') || TEXT_TYPES.has(type)
}

/**
 * Whether a REST API takes a body of this type for binary. A REST API knows only the binary types that it is configured
 * with ("Working with binary media types for REST APIs", API Gateway Developer Guide); this one has those that a
 * deployment is given as a rule: images, sound, video, fonts, archives, PDF and octet streams.
 *
 * @param contentType the header's value, with or without parameters
 * @since 0.1.0
 */
export const isBinaryType = (contentType: string | undefined): boolean => {
  const type = mediaType(contentType)
  return BINARY_TYPES.has(type) || /^(?:image|audio|video|font)\//.test(type)
}

const mediaType = (contentType: string | undefined): string =>
  (contentType?.split(';')[0] ?? '').trim().toLowerCase()

const TEXT_TYPES = new Set(['application/json', 'application/javascript', 'application/xml'])

const BINARY_TYPES = new Set([
  'application/gzip',
  'application/octet-stream',
  'application/pdf',
  'application/wasm',
  'application/x-tar',
  'application/zip',
])

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

// A byte order mark is part of the body: the function must be able to recover every byte.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
