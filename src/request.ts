import type { Decoded, IoCodec } from './codec.ts'
import type { Guarded } from './guarded.ts'
import type { Params } from './path.ts'
import type { Values } from './values.ts'

/**
 * The parts of AWS Lambda's context that calix reads; Lambda gives more.
 *
 * @since 0.1.0
 */
export interface LambdaContext {
  readonly awsRequestId?: string
  readonly functionName?: string
  /** Milliseconds until Lambda ends the invocation. */
  readonly getRemainingTimeInMillis?: () => number
  readonly [key: string]: unknown
}

/** What every request has, whatever its route's contract says. */
interface Requested {
  /** The method as sent, such as `GET`. */
  readonly method: string
  /** The path, percent-decoded once, without the gateway's stage. */
  readonly path: string
  /** The path as the gateway handed it over. */
  readonly rawPath: string
  /** The path of the route that matched, as declared: `/cities/:city`. */
  readonly route: string
  /** Every value of each query parameter, in order. */
  readonly queryAll: Values<ReadonlyArray<string>>
  /**
   * The body's bytes as they came; empty when there is none.
   *
   * @throws BadRequestError when the event's base64 is malformed.
   */
  readonly rawBody: Uint8Array
  /** The gateway's `requestContext`. */
  readonly context: Values<unknown>
  /** The caller's address as the gateway saw it; empty when it does not say. */
  readonly sourceIp: string
  /** The variables of the gateway's stage. */
  readonly stageVars: Values<string>
  /** Lambda's context. */
  readonly lambdaContext: LambdaContext
  /** The event as it came. */
  readonly event: unknown
  /** The request as JSON, so that a handler may answer with it: all of the above but the body, event and lambdaContext. */
  readonly toJSON: () => Values<unknown>
}

/**
 * What a handler receives: one immutable value, the same whichever gateway the request came through. Each part is
 * computed when it is first read. `P` is the path's parameters, and `Identity` what the route's authorizer says.
 *
 * @since 0.1.0
 * @example
 * route(get('/cities/:city'), ({ params, query }) => ({ city: params.city, lang: query.lang ?? 'en' }))
 */
export interface Request<P = Values<string>, Identity = unknown> extends Requested {
  /** The parameters of the path, percent-decoded. */
  readonly params: P
  /** The last value of each query parameter. */
  readonly query: Values<string>
  /** The headers by lower-case name; repeated ones joined by a comma (RFC 9110 §5.3). */
  readonly headers: Values<string>
  /** The cookies' raw values by name; of a repeated name, the first. */
  readonly cookies: Values<string>
  /**
   * The parsed body: JSON's value, or a form's fields; `undefined` when there is no body or nothing parses its type.
   * It is parsed when first read.
   *
   * @throws BadRequestError when it is malformed, PayloadTooLargeError when it is too large once decompressed,
   *   UnsupportedMediaTypeError when its `content-encoding` is unknown.
   */
  readonly body: unknown
  /**
   * Who is calling, as the route's authorizer says. Of a route without one, it is what the gateway says of the caller,
   * `undefined` when that is nothing.
   *
   * @throws UnauthorizedError when the route has an authorizer and the event does not say who is calling.
   */
  readonly identity: Identity
}

/** What a contract's codec makes of a part; of one that there may be or not, anything. */
type Part<C, Name extends string> = C extends { readonly [Each in Name]: infer D } ? Decoded<D> : unknown

/** A contract whose body an io-ts codec decodes: told apart, since most are. */
interface WithBody {
  readonly body: IoCodec
}

/**
 * The request of a route whose contract decodes parts of it: those are what their codecs make of them, the others are as
 * `Request` says. `K` is the endpoint's methods and path, and `C` its contract.
 *
 * @since 0.1.0
 * @example
 * const greet = ({ params }: DecodedRequest<'GET /users/:id', object>) => `hello ${params.id}`
 * const greeting = route(get('/users/:id'), greet)
 */
export interface DecodedRequest<K extends string, C> extends Requested {
  readonly params: 'params' extends keyof C ? Part<C, 'params'> : Params<K>
  readonly query: 'query' extends keyof C ? Part<C, 'query'> : Values<string>
  readonly headers: 'headers' extends keyof C ? Part<C, 'headers'> : Values<string>
  readonly cookies: 'cookies' extends keyof C ? Part<C, 'cookies'> : Values<string>
  readonly body: C extends WithBody ? C['body']['_A'] : Part<C, 'body'>
  readonly identity: C extends Guarded<unknown, infer Identity> ? Identity : unknown
}
