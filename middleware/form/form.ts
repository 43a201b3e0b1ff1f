import { PayloadTooLargeError } from '../../src/error.ts'
import type { InlineMiddleware, Middleware } from '../../src/middleware.ts'
import { assertOptions } from '../../src/options.ts'
import { BODY_LIMIT, type BodyRequest, bodyText, parseLater, unparsedBody } from '../body.ts'
import { callOfficial } from '../call-official.ts'
import official from './official.ts'

/**
 * How `form` parses.
 *
 * @since 0.1.0
 */
export interface FormOptions {
  /** The most bytes that a compressed body may have once decompressed; 10 MB when absent. */
  readonly limit?: number
}

const isForm = (type: string): boolean => /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type.trim())

/** `node:querystring`, which the official parser calls, reads so many fields and drops the rest without a word. */
const MOST_FIELDS = 1000

const countFields = (text: string): number => {
  let count = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) count++
  return count
}

/**
 * Parses URL-encoded forms with `@middy/http-urlencode-body-parser`, when the body is first read: each field's value,
 * or the list of its values where it is repeated. A body of another type, or none, is left to whoever reads it; more
 * than 1000 fields are a 413, where the official parser would drop them.
 *
 * @since 0.1.0
 * @example
 * // states=WA&states=CA&zip=98101 → { states: ['WA', 'CA'], zip: '98101' }
 * route(post('/', { accepts: 'application/x-www-form-urlencoded' }), ({ body }) => body)
 */
export const form = (options: FormOptions = {}): Middleware & InlineMiddleware => {
  assertOptions('form(…)', options, ['limit'])
  const { limit = BODY_LIMIT } = options
  const parser = official({ disableContentTypeCheck: true })
  const parse = (text: string): unknown => {
    if (countFields(text) > MOST_FIELDS)
      throw new PayloadTooLargeError(`The form has more than ${MOST_FIELDS} fields`)
    const event = { body: text as unknown, headers: {}, isBase64Encoded: false }
    callOfficial(parser.before, { event })
    return event.body
  }
  return {
    readsAnyEvent: true,
    before: function parseForm(request: BodyRequest): void {
      const { event } = request
      const body = unparsedBody(request, isForm)
      if (body !== undefined) parseLater(request, () => parse(bodyText(event, body, limit)))
    },
  }
}
