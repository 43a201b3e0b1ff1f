import { type Fields, fields } from '../../src/lambda/fields.ts'
import { headerOf } from '../../src/lambda/headers.ts'
import { isToken } from '../../src/lambda/sendable.ts'
import type {
  CorsHeaders,
  InlineMiddleware,
  Middleware,
  MiddlewareRequest,
  ProxyResult,
} from '../../src/middleware.ts'
import { assertOptions } from '../../src/options.ts'
import { callOfficial } from '../call-official.ts'
import { joinLists } from '../join-lists.ts'
import official from './official.ts'

/**
 * Who may call from a browser, and with what.
 *
 * @since 0.1.0
 */
export interface CorsOptions {
  /**
   * The origin that may read the answers, the origins of which the caller's is echoed, or `*` for all; `*` when absent.
   * An origin in a list may have `*` for one label of its host: `https://*.example.com`.
   */
  readonly allowOrigin?: string | ReadonlyArray<string>
  /** Headers that may be sent, beside `Authorization`, `Content-Type`, `X-Amz-Date`, `X-Amz-Security-Token`, `X-Api-Key`. */
  readonly allowHeaders?: ReadonlyArray<string>
  /** Headers that scripts may read. */
  readonly exposeHeaders?: ReadonlyArray<string>
  /** How long a preflight's answer holds, in seconds. */
  readonly maxAge?: number
  /** Whether cookies and other credentials may be sent; it needs origins that are named. */
  readonly allowCredentials?: boolean
}

/** What clients of API Gateway send: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html */
const USUAL_HEADERS = ['Authorization', 'Content-Type', 'X-Amz-Date', 'X-Amz-Security-Token', 'X-Api-Key']

const KNOWN = ['allowOrigin', 'allowHeaders', 'exposeHeaders', 'maxAge', 'allowCredentials']

/** An origin (https://url.spec.whatwg.org/#origin), or one whose host's first label is `*`. */
const isOrigin = (text: string): boolean => {
  if (text === 'null') return true
  const concrete = text.replace('://*.', '://any.')
  return !concrete.includes('*') && URL.canParse(concrete) && new URL(concrete).origin === concrete
}

/** Every mistake in the options, each with what to do. */
const mistakesOf = (options: CorsOptions): ReadonlyArray<string> => {
  const {
    allowOrigin = '*',
    allowHeaders = [],
    exposeHeaders = [],
    allowCredentials = false,
    maxAge,
  } = options
  const origins = [allowOrigin].flat()
  return [
    ...(origins.length === 0 ? ['allowOrigin is an empty list, which nobody is in'] : []),
    ...origins
      .filter((each) => each !== '*' && !isOrigin(each))
      .map(
        (each) =>
          `allowOrigin '${each}' is no origin: write scheme, host and port alone, as 'https://foo.example.com'`,
      ),
    ...(allowCredentials && origins.includes('*')
      ? ["allowCredentials with allowOrigin '*' would let every site act as its visitor: name the origins"]
      : []),
    ...(allowCredentials
      ? origins
          .filter((each) => /:\/\/\*\.[^.]*$/.test(each))
          .map(
            (each) =>
              `allowCredentials with allowOrigin '${each}' would let a whole top-level domain act as its visitor`,
          )
      : []),
    ...[...allowHeaders, ...exposeHeaders]
      .filter((each) => !isToken(each))
      .map((each) => `${JSON.stringify(each)} is no header name`),
    ...(maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= 0)
      ? [`maxAge is a whole number of seconds, not ${String(maxAge)}`]
      : []),
  ]
}

const assertCorsOptions = (options: CorsOptions): void => {
  assertOptions('cors(…)', options, KNOWN)
  const mistakes = mistakesOf(options)
  if (mistakes.length > 0) throw new TypeError(`cors(…): ${mistakes.join('; ')}`)
}

/** The names of two `vary` values, each once; names differ by more than case. */
const joinVary = (a: string, b: string): string => {
  const names = [...a.split(','), ...b.split(',')].map((name) => name.trim().toLowerCase())
  return [...new Set(names.filter((name) => name !== ''))].join(', ')
}

/** The headers that the official middleware has made, under lower-case names. */
const headersIn = (result: unknown): ReadonlyArray<readonly [name: string, value: string]> =>
  Object.entries(fields(fields(result).headers)).map(([name, value]) => {
    const key = name.toLowerCase()
    return [key, key === 'vary' ? joinVary('', String(value)) : String(value)]
  })

/** Whether an answer has a header of one of these names already, in any spelling. */
const hasAnyOf = (response: ProxyResult, added: ReturnType<typeof headersIn>): boolean => {
  if (response.multiValueHeaders) return true
  for (const name in response.headers) {
    const key = name.toLowerCase()
    if (added.some(([each]) => each === key)) return true
  }
  return false
}

/** Adds headers to an answer's, which keep what the handler has set: names differ by more than case. */
const addHeaders = (response: ProxyResult, added: ReturnType<typeof headersIn>): void => {
  if (!hasAnyOf(response, added)) {
    for (const [name, value] of added) response.headers[name] = value
    return
  }
  joinLists(response, ['vary'])
  const present = new Map<string, string>()
  for (const name in response.headers) present.set(name.toLowerCase(), name)
  for (const name in response.multiValueHeaders) present.set(name.toLowerCase(), name)
  for (const [name, value] of added) {
    const known = present.get(name)
    if (known === undefined) response.headers[name] = value
    else if (name === 'vary') response.headers[known] = joinVary(String(response.headers[known]), value)
  }
}

/** How many callers' origins are remembered; the next one makes room by starting anew. */
const MOST_ORIGINS = 100

/**
 * Cross-origin resource sharing (https://fetch.spec.whatwg.org/#http-cors-protocol) with `@middy/http-cors`: the
 * headers are on every answer of the routes it wraps, errors included, and preflights are answered without a handler,
 * with the methods of the path. What the handler has set itself stands.
 *
 * @throws TypeError that lists every mistake in the options.
 * @since 0.1.0
 * @example
 * use(cors({ allowOrigin: 'https://foo.example.com', maxAge: 600, allowCredentials: true }))
 */
export const cors = (options: CorsOptions = {}): Middleware & InlineMiddleware => {
  assertCorsOptions(options)
  const {
    allowOrigin = '*',
    allowHeaders = [],
    exposeHeaders = [],
    maxAge,
    allowCredentials = false,
  } = options
  // A pattern is a list of one: which origin it stands for is the caller's to say.
  const isList = typeof allowOrigin !== 'string' || (allowOrigin !== '*' && allowOrigin.includes('*'))
  const common = {
    ...(isList ? { origins: [allowOrigin].flat(), vary: 'Origin' } : { origin: allowOrigin }),
    headers: [...new Set([...USUAL_HEADERS, ...allowHeaders])].join(','),
    ...(exposeHeaders.length === 0 ? {} : { exposeHeaders: exposeHeaders.join(',') }),
    // As text: the official middleware takes the number 0 for none.
    ...(maxAge === undefined ? {} : { maxAge: String(maxAge) }),
    ...(allowCredentials ? { credentials: true } : {}),
  }
  // Made for the first answer, not at start: a function that starts has other things to do.
  let answers: ReturnType<typeof official> | undefined

  // The official middleware fails on lists and overlooks names in lower case, so it gets a blank answer, and its headers
  // are added. They depend on the caller's origin alone, and on nothing where the origin is fixed.
  const remembered = new Map<string, ReturnType<typeof headersIn>>()
  const headersFor = (origin: string | undefined): ReturnType<typeof headersIn> => {
    const key = isList ? (origin ?? '') : ''
    const known = remembered.get(key)
    if (known !== undefined) return known
    const request = { event: { headers: { origin } }, response: { statusCode: 200, headers: {} } }
    answers ??= official(common)
    callOfficial(answers.after, request)
    const made = headersIn(request.response)
    if (remembered.size >= MOST_ORIGINS) remembered.clear()
    remembered.set(key, made)
    return made
  }

  const addToAnswer = ({ event, response }: Pick<MiddlewareRequest<Fields>, 'event' | 'response'>): void => {
    if (response !== undefined)
      addHeaders(response, headersFor(isList ? headerOf(event, 'origin') : undefined))
  }

  const preflights = new Map<string, ReturnType<typeof official>>()

  const fixed: CorsHeaders['fixed'] = {
    ...(allowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    'access-control-allow-headers': common.headers,
    ...(exposeHeaders.length === 0 ? {} : { 'access-control-expose-headers': exposeHeaders.join(',') }),
    ...(maxAge === undefined ? {} : { 'access-control-max-age': String(maxAge) }),
  }

  return {
    readsAnyEvent: true,
    corsHeaders: { origins: [allowOrigin].flat(), fixed },
    after: addToAnswer,
    onError: addToAnswer,
    preflight: function answerPreflight(
      { event }: { readonly event: Fields },
      methods: ReadonlyArray<string>,
    ) {
      const list = methods.join(',')
      const middleware =
        preflights.get(list) ?? official({ ...common, methods: list, disableBeforePreflightResponse: false })
      preflights.set(list, middleware)
      const response: ProxyResult = { statusCode: 204, headers: {}, body: '', isBase64Encoded: false }
      const request = { event: { httpMethod: 'OPTIONS', headers: { origin: headerOf(event, 'origin') } } }
      addHeaders(response, headersIn(callOfficial(middleware.before, request)))
      return response
    },
  }
}
