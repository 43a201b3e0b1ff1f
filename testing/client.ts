import { randomUUID } from 'node:crypto'
import { localContext } from '../local/context.ts'
import type { Deployment, Gateway } from '../local/gateway/gateway.ts'
import { httpApi } from '../local/gateway/http.ts'
import { type AnyApp, type App, isApp } from '../src/app.ts'
import { lambda } from '../src/lambda/lambda.ts'
import type { LambdaContext } from '../src/request.ts'
import type { AnyEntry } from '../src/routes.ts'
import { authorizersBefore, type ClientIdentity, callersOf } from './identity.ts'
import { type ClientRequest, wireRequest } from './request.ts'
import { type ClientResponse, responseOf } from './response.ts'

/**
 * A Lambda function, such as `lambda(app)` or one written by hand.
 *
 * @since 0.1.0
 */
export type Handler = (event: unknown, context: LambdaContext) => unknown

/**
 * What a test may say of the Lambda function that it calls.
 *
 * @since 0.1.0
 */
export interface ContextOptions {
  /** Milliseconds until Lambda would end the invocation; 30,000 when absent. */
  readonly timeoutMs?: number
  /** The function's name; `calix-test` when absent. */
  readonly functionName?: string
  /** The function's memory, in MB; 1,024 when absent. */
  readonly memoryMb?: number
}

/**
 * What stands around the app under test.
 *
 * @since 0.1.0
 * @example
 * const api = client(app, { gateway: restApi, stage: 'prod', lambdaContext: { timeoutMs: 3_000 } })
 */
export interface ClientOptions {
  /** In front of the function; an HTTP API with payload format 2.0 when absent. */
  readonly gateway?: Gateway
  /** The stage; `dev` when absent. */
  readonly stage?: string
  /** The stage's variables; none when absent. */
  readonly stageVariables?: Readonly<Record<string, string>>
  /** The caller's address; `127.0.0.1` when absent. */
  readonly sourceIp?: string
  /** What the function's context says. */
  readonly lambdaContext?: ContextOptions
}

/** The options around an app, which must say its environment where it has one. */
export type Around<A, Options> =
  A extends App<AnyEntry, infer Given>
    ? [Given] extends [never]
      ? readonly [options?: Options & { readonly environment?: object }]
      : unknown extends Given
        ? readonly [options?: Options]
        : readonly [options: Options & { readonly environment: Given & object }]
    : readonly [options?: Options]

/**
 * Sends one request to a target, such as `/cities/seattle?full=1`; rejects with what the function rejects with.
 *
 * @throws TypeError when the target is no absolute path, or the request has more than one body.
 * @since 0.1.0
 */
export type Send = (target: string, init?: ClientRequest) => Promise<ClientResponse>

/**
 * Sends requests to an app, each as a fresh event.
 *
 * @since 0.1.0
 * @example
 * const api: Client = client(app)
 * const { status } = await api.put('/objects/banana', { json: 'yellow' })
 */
export interface Client {
  readonly get: Send
  readonly head: Send
  readonly options: Send
  readonly post: Send
  readonly put: Send
  readonly patch: Send
  readonly del: Send
  /** Sends a request of any method. */
  readonly request: (method: string, target: string, init?: ClientRequest) => Promise<ClientResponse>
}

/**
 * Calls an app in process the way a gateway would: each request becomes the event that AWS sends, and the function's
 * result the answer that a caller receives. What the function rejects with, the promise rejects with.
 *
 * Of a route that is authorized, a test says who calls: `identity` is what its handler reads. The authorizers themselves
 * are not asked; `serve` of `calix/local` does that.
 *
 * An app with an environment is given one: `client(app, { environment: { db } })`.
 *
 * @param app an app, or a Lambda handler
 * @throws TypeError from a call whose target or body is malformed, or whose identity is none that the route's authorizer
 *   and the gateway can tell
 * @since 0.1.0
 * @example
 * const response = await client(app).get('/cities/seattle')
 * expect(response.status).toBe(200)
 *
 * const me = route(pipe(get('/me'), authorize(users)), ({ identity }) => ({ id: identity.claims.sub }))
 * const asked = client(calix({}, me), { gateway: restApi })
 * const { json } = await asked.get('/me', { identity: { claims: { sub: 'ada' }, scopes: [] } })
 * expect(json).toEqual({ id: 'ada' })
 */
export const client = <A extends AnyApp | Handler>(app: A, ...[given]: Around<A, ClientOptions>): Client => {
  const { environment, ...options }: ClientOptions & { readonly environment?: object } = { ...given }
  const { gateway = httpApi, sourceIp = '127.0.0.1' } = options
  const { functionName = 'calix-test', memoryMb = 1024, timeoutMs = 30_000 } = options.lambdaContext ?? {}
  const handler: Handler = isApp(app)
    ? lambda<AnyApp>(app, ...(environment === undefined ? [] : [environment]))
    : app
  const behind = 'app' in app ? app.app : app
  const deployment = deploymentOf(behind, options)
  let kindsOf: ReturnType<typeof authorizersBefore> | undefined
  const identified = (event: Record<string, unknown>, identity: ClientIdentity, request: string) => {
    kindsOf ??= isApp(behind) ? authorizersBefore(behind) : () => []
    return gateway.identify(event, callersOf(identity, kindsOf(event), gateway.name, request))
  }
  const request: Client['request'] = async (method, target, init = {}) => {
    const requestId = randomUUID()
    const wire = wireRequest(method, target, init, sourceIp)
    const plain = gateway.event(wire, deployment, { requestId, time: new Date() })
    const event =
      init.identity === undefined ? plain : identified(plain, init.identity, `${method} ${target}`)
    const deadline = Date.now() + timeoutMs
    const result = await handler(event, localContext({ functionName, requestId, deadline, memoryMb }))
    const exchange = { event, result, refusal: gateway.refusal(result) }
    return responseOf(gateway.answer(result), wire.method === 'HEAD', exchange)
  }
  const send =
    (method: string): Send =>
    (target, init) =>
      request(method, target, init)
  return {
    get: send('GET'),
    head: send('HEAD'),
    options: send('OPTIONS'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    del: send('DELETE'),
    request,
  }
}

const deploymentOf = (app: unknown, { stage = 'dev', stageVariables }: ClientOptions): Deployment => ({
  stage,
  ...(stageVariables === undefined ? {} : { stageVariables }),
  ...(isApp(app)
    ? { routes: app.routes.list.flatMap(({ methods, path }) => methods.map((method) => ({ method, path }))) }
    : {}),
})
