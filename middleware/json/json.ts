import { BadRequestError } from '../../src/error.ts'
import type { InlineMiddleware, Middleware } from '../../src/middleware.ts'
import { assertOptions } from '../../src/options.ts'
import { BODY_LIMIT, type BodyRequest, bodyText, parseLater, unparsedBody } from '../body.ts'
import { callOfficial } from '../call-official.ts'
import official from './official.ts'

/**
 * How `json` parses.
 *
 * @since 0.1.0
 */
export interface JsonOptions {
  /** As `JSON.parse` takes it: sees each key and value, and returns what takes the value's place. */
  readonly reviver?: (key: string, value: unknown) => unknown
  /** The most bytes that a compressed body may have once decompressed; 10 MB when absent. */
  readonly limit?: number
}

/** `application/json` and types that are JSON by their suffix (RFC 6839 §3.1), with parameters or without. */
const isJson = (type: string): boolean =>
  /^application\/(?:[a-z0-9!#$&^_.+-]+\+)?json\s*(?:;|$)/i.test(type.trim())

/** Whether a text may have a key that the official parser guards against; most have none and need no reviver. */
const mayBeHostile = (text: string): boolean =>
  text.includes('__proto__') || text.includes('constructor') || text.includes('\\u')

/**
 * Parses JSON bodies with `@middy/http-json-body-parser`, when the body is first read. It differs in what it takes for
 * an error: a body of another type, or none, is left to whoever reads it, and malformed JSON is a 400. A key that could
 * reach a prototype (`__proto__`, or a `constructor` with a `prototype`) is refused with a 400.
 *
 * @since 0.1.0
 * @example
 * use(json({ reviver: (key, value) => (key === 'at' ? new Date(String(value)) : value) }))
 */
export const json = (options: JsonOptions = {}): Middleware & InlineMiddleware => {
  assertOptions('json(…)', options, ['reviver', 'limit'])
  const { reviver, limit = BODY_LIMIT } = options
  const parser = official({ disableContentTypeCheck: true, ...(reviver === undefined ? {} : { reviver }) })
  const parse = (body: string): unknown => {
    // RFC 8259 §8.1: a byte order mark may be ignored.
    const text = body.startsWith('\ufeff') ? body.slice(1) : body
    try {
      if (reviver === undefined && !mayBeHostile(text)) return JSON.parse(text)
      const event = { body: text as unknown, headers: {}, isBase64Encoded: false }
      callOfficial(parser.before, { event })
      return event.body
    } catch (cause) {
      throw new BadRequestError('Error Parsing JSON', { cause })
    }
  }
  return {
    readsAnyEvent: true,
    before: function parseJson(request: BodyRequest): void {
      const { event } = request
      const body = unparsedBody(request, isJson)
      if (body !== undefined) parseLater(request, () => parse(bodyText(event, body, limit)))
    },
  }
}
