import type { AnyApp } from '../app.ts'
import type { Authorizer } from '../authorizer.ts'
import type { DecodedParts } from '../decode/decode.ts'
import { type HttpError, UnauthorizedError } from '../error.ts'
import type { LambdaContext, Request } from '../request.ts'
import type { Declaration } from '../routes.ts'
import { emptyValues, type Values } from '../values.ts'
import { refusalOf } from './admission.ts'
import { fromBase64 } from './base64.ts'
import { canonicalPath } from './decode-segments.ts'
import { type Fields, fields, hasBody, text } from './fields.ts'
import type { Format } from './format.ts'
import { cookiesOf, headersOf } from './headers.ts'
import { identityOf } from './identity.ts'
import { lastOf } from './query.ts'

const EMPTY = new Uint8Array()

/** Copied out of Buffer's pool, which holds other requests' bytes. */
const bytesOf = (body: string, isBase64Encoded: boolean): Uint8Array =>
  new Uint8Array(isBase64Encoded ? fromBase64(body) : Buffer.from(body, 'utf8'))

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const frozenLists = (all: Values<ReadonlyArray<string>>): Values<ReadonlyArray<string>> => {
  for (const name in all) Object.freeze(all[name])
  return Object.freeze(all)
}

/**
 * A request over a Lambda event. It is a class for its getters alone: each part is read off the event when a handler
 * first asks for it, and most handlers ask for one or two.
 */
export class LambdaRequest implements Request {
  readonly #method: string
  readonly #route: string
  #params: Values<string>
  readonly #authorizers: ReadonlyArray<Authorizer>
  readonly #lambdaContext: LambdaContext
  readonly #format: Format
  readonly #event: Fields
  readonly #routedPath: string
  /** The event as middleware has left it. */
  #seen: Fields
  #headers: Values<string> | undefined
  #queryAll: Values<ReadonlyArray<string>> | undefined
  #query: Values<string> | undefined
  #cookies: Values<string> | undefined
  #rawBody: Uint8Array | undefined
  #parsing: (() => unknown) | undefined

  constructor(
    format: Format,
    event: Fields,
    context: LambdaContext,
    method: string,
    routedPath: string,
    route: string,
    params: Values<string>,
    authorizers: ReadonlyArray<Authorizer>,
  ) {
    this.#method = method
    this.#route = route
    this.#params = params
    this.#authorizers = authorizers
    this.#lambdaContext = context
    this.#format = format
    this.#event = event
    this.#routedPath = routedPath
    this.#seen = event
    Object.freeze(this)
  }

  /** Lets the request see what middleware has made of the event. */
  static see(request: LambdaRequest, event: Fields): void {
    request.#seen = fields(event)
  }

  /** Whether something parses the body already: the outermost that does is the one that counts. */
  static isParsed(request: LambdaRequest): boolean {
    return request.#parsing !== undefined
  }

  /** Has the body parsed when it is read; where nobody else sees the event, it need not change for that. */
  static parseWith(request: LambdaRequest, parse: () => unknown): void {
    request.#parsing = parse
  }

  /** The request with what codecs have made of its parts; the one before it stays as it was. */
  static decoded(request: LambdaRequest, parts: DecodedParts): LambdaRequest {
    // Codecs make of a part what the type of the route's own request says it is.
    const params = (parts.params ?? request.#params) as Values<string>
    const copy = new LambdaRequest(
      request.#format,
      request.#event,
      request.#lambdaContext,
      request.#method,
      request.#routedPath,
      request.#route,
      params,
      request.#authorizers,
    )
    copy.#seen = request.#seen
    copy.#parsing = 'body' in parts ? () => parts.body : request.#parsing
    copy.#query = parts.query as Values<string> | undefined
    copy.#cookies = (parts.cookies ?? request.cookies) as Values<string>
    copy.#headers = parts.headers as Values<string> | undefined
    return copy
  }

  /** Why it may not reach its route, which has authorizers; `undefined` when it may. */
  static refusal(request: LambdaRequest, app: AnyApp, route: Declaration): HttpError | undefined {
    return refusalOf(app, route, request.#authorizers, {
      event: request.#event,
      format: request.#format,
      method: request.#method,
      path: canonicalPath(request.#routedPath, request.#format.isEncoded),
    })
  }

  get method(): string {
    return this.#method
  }

  get route(): string {
    return this.#route
  }

  get params(): Values<string> {
    return this.#params
  }

  get lambdaContext(): LambdaContext {
    return this.#lambdaContext
  }

  get path(): string {
    return this.#format.isEncoded ? decodePath(this.#routedPath) : this.#routedPath
  }

  get rawPath(): string {
    return this.#format.rawPath(this.#event)
  }

  get headers(): Values<string> {
    // Headers that middleware has put in the place of the event's are all there are: its other maps are as they came.
    this.#headers ??= Object.freeze(
      this.#seen.headers === this.#event.headers
        ? this.#format.headers(this.#seen)
        : headersOf({ headers: this.#seen.headers }),
    )
    return this.#headers
  }

  get cookies(): Values<string> {
    this.#cookies ??= Object.freeze(cookiesOf(this.headers.cookie))
    return this.#cookies
  }

  get queryAll(): Values<ReadonlyArray<string>> {
    this.#queryAll ??= frozenLists(this.#format.queryAll(this.#seen))
    return this.#queryAll
  }

  get query(): Values<string> {
    this.#query ??= Object.freeze(lastOf(this.queryAll))
    return this.#query
  }

  get body(): unknown {
    if (this.#parsing !== undefined) return this.#parsing()
    // A body that no middleware has replaced is one that nothing parses.
    const { body } = this.#seen
    return body === this.#event.body || (body === null && !hasBody(this.#event)) ? undefined : body
  }

  get rawBody(): Uint8Array {
    const body = text(this.#event.body) ?? ''
    this.#rawBody ??= body === '' ? EMPTY : bytesOf(body, this.#event.isBase64Encoded === true)
    return this.#rawBody
  }

  get context(): Values<unknown> {
    return fields(this.#event.requestContext)
  }

  get sourceIp(): string {
    return this.#format.sourceIp(this.#event)
  }

  #knownIdentity(): unknown {
    return this.#authorizers.length === 0
      ? this.#format.identity(this.#event)
      : identityOf(this.#authorizers, this.#event, this.#format)
  }

  get identity(): unknown {
    const identity = this.#knownIdentity()
    // What its type promises is there, or the handler does not run on.
    if (identity === undefined && this.#authorizers.length > 0)
      throw new UnauthorizedError('Unauthorized', { cause: 'The event does not say who is calling.' })
    return identity
  }

  get stageVars(): Values<string> {
    const vars = emptyValues<string>()
    const given = fields(this.#event.stageVariables)
    for (const name in given) vars[name] = text(given[name]) ?? ''
    return vars
  }

  get event(): unknown {
    return this.#event
  }

  /** A function of its own, so that it may be taken out of the request. */
  get toJSON(): () => Values<unknown> {
    return () => {
      const { method, path, rawPath, route, params, query, queryAll, headers, cookies } = this
      const { context, sourceIp, stageVars } = this
      const identity = this.#knownIdentity()
      return {
        ...{ method, path, rawPath, route, params, query, queryAll, headers, cookies },
        ...{ context, sourceIp, identity, stageVars },
      }
    }
  }
}
