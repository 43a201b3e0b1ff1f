import { randomUUID } from 'node:crypto'
import type { Deployment, Gateway } from '../local/gateway/gateway.ts'
import { httpApi } from '../local/gateway/http.ts'
import { type App, isApp } from '../src/app.ts'
import { lambda } from '../src/index.ts'
import type { LambdaContext } from '../src/request.ts'
import { type ContextOptions, contextOf } from './context.ts'
import { type ClientRequest, wireRequest } from './request.ts'
import { type ClientResponse, responseOf } from './response.ts'

/** A Lambda function, such as `lambda(app)` or one written by hand. */
export type Handler = (event: unknown, context: LambdaContext) => unknown

/** What stands around the app under test. */
export interface ClientOptions {
  /** In front of the function; an HTTP API with payload format 2.0 when absent. */
  readonly gateway?: Gateway
  /** The stage; `dev` when absent. */
  readonly stage?: string
  readonly stageVariables?: Readonly<Record<string, string>>
  /** The caller's address; `127.0.0.1` when absent. */
  readonly sourceIp?: string
  readonly lambdaContext?: ContextOptions
}

/** Sends one request. */
export type Send = (target: string, init?: ClientRequest) => Promise<ClientResponse>

/** Sends requests to an app, each as a fresh event. */
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
 * @param app an app, or a Lambda handler
 * @throws TypeError from a call whose target or body is malformed
 * @since 0.1.0
 * @example
 * const response = await client(app).get('/cities/seattle')
 * expect(response.json).toEqual({ state: 'WA' })
 */
export const client = (app: App | Handler, options: ClientOptions = {}): Client => {
  const { gateway = httpApi, lambdaContext = {}, sourceIp = '127.0.0.1' } = options
  const handler: Handler = isApp(app) ? lambda(app) : app
  const deployment = deploymentOf('app' in app ? app.app : app, options)
  const request: Client['request'] = async (method, target, init = {}) => {
    const requestId = randomUUID()
    const wire = wireRequest(method, target, init, sourceIp)
    const event = gateway.event(wire, deployment, { requestId, time: new Date() })
    const result = await handler(event, contextOf(requestId, lambdaContext))
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
