// The gateways say a second time, and on purpose, what src/lambda knows of AWS's formats: how a path, a query, a header, a
// cookie and a body travel, and which results are taken. They are written from AWS's documents and from captured events,
// not from that code, and import none of it; so each side is an independent check of the other.

/**
 * A request as it stands on the wire, before any gateway has touched it.
 *
 * @since 0.1.0
 */
export interface WireRequest {
  /** The method as sent, such as `GET`. */
  readonly method: string
  /** The request target in origin form, percent-encoded as sent: `/a%20b?x=1`. */
  readonly target: string
  /** Field lines in order, names as sent; a repeated header is repeated here. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  /** The payload; empty when there is none. */
  readonly body: Uint8Array
  /** The address of the peer, such as `127.0.0.1`. */
  readonly sourceIp: string
}

/**
 * An answer as the gateway puts it on the wire; framing (`content-length`, `date`, `connection`) is the server's.
 *
 * @since 0.1.0
 */
export interface WireAnswer {
  /** A final one: 200 to 599. */
  readonly status: number
  /** Field lines in order, names in lower case; one `set-cookie` line a cookie. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  /** Decoded from base64 where the function gave it so; empty when there is none. */
  readonly body: Uint8Array
}

/**
 * Who a gateway's authorizers have found to be calling.
 *
 * @since 0.1.0
 */
export type GatewayCaller =
  | {
      readonly kind: 'api-key'
      readonly apiKeyId: string
      /** The key itself, which REST APIs hand on. */
      readonly apiKey: string
    }
  | {
      readonly kind: 'iam'
      readonly accountId: string
      readonly accessKey: string
      readonly callerId: string
      readonly userArn: string
      readonly userId: string
    }
  | {
      readonly kind: 'token'
      readonly claims: Readonly<Record<string, string>>
      /** Those that the route asks for a choice of; none where it asks for none. */
      readonly scopes: ReadonlyArray<string>
    }
  | {
      readonly kind: 'principal'
      readonly principalId: string
      readonly context: Readonly<Record<string, string | number | boolean>>
    }

/**
 * What the gateway knows of a deployment, beside the request.
 *
 * @since 0.1.0
 * @example
 * const deployment: Deployment = { stage: 'dev', routes: [{ method: 'GET', path: '/cities/:city' }] }
 */
export interface Deployment {
  /** The stage, such as `dev`. */
  readonly stage: string
  /** The stage's variables; none when absent. */
  readonly stageVariables?: Readonly<Record<string, string>>
  /** The routes that the gateway knows, as `GET /cities/:city`; it names the one that matches in the event. */
  readonly routes?: ReadonlyArray<{ readonly method: string; readonly path: string }>
}

/**
 * One kind of gateway in front of a Lambda function: how it turns a request into an event, and the function's result
 * into an answer. Both directions are pure, but for the request id and the time, which come with the call.
 *
 * @since 0.1.0
 * @example
 * const event = restApi.event(request, { stage: 'dev' }, { requestId: randomUUID(), time: new Date() })
 * const answer = restApi.answer(await handler(event))
 */
export interface Gateway {
  /** The name that `--payload` takes and that tests print. */
  readonly name: 'http' | 'http-1.0' | 'rest' | 'url' | 'alb' | 'alb-multi'
  /** The event that Lambda would receive. */
  readonly event: (
    request: WireRequest,
    deployment: Deployment,
    at: { readonly requestId: string; readonly time: Date },
  ) => Record<string, unknown>
  /** The event with who is calling, as the gateway writes it; itself where nobody has been found. */
  readonly identify: (
    event: Readonly<Record<string, unknown>>,
    callers: ReadonlyArray<GatewayCaller>,
  ) => Record<string, unknown>
  /** The answer that the caller would receive; a result that the gateway refuses is its own 502 or 500. */
  readonly answer: (result: unknown) => WireAnswer
  /** Why the gateway would refuse the function's result; `undefined` when it would not. */
  readonly refusal: (result: unknown) => string | undefined
  /** The answer when the function itself fails: it throws, crashes or runs out of time. */
  readonly failure: WireAnswer
}
