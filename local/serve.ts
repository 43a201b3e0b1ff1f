import { dirname } from 'node:path'
import type { AuthSettings } from './auth/settings.ts'
import { accessLine, RESTARTING, routeTable, servingLine } from './console.ts'
import { documentation, shadowNote } from './documentation/documentation.ts'
import { describedProject } from './documentation/project.ts'
import { entryName, locateEntry } from './entry.ts'
import { exchange } from './exchange.ts'
import { type Gateway, httpApi, httpApiV1, restApi } from './gateway/gateways.ts'
import type { GatewayKind } from './gateway-kind.ts'
import { guards } from './guards.ts'
import { inProcess } from './in-process.ts'
import type { Handler } from './invoke.ts'
import { gatewayRefusal } from './refusal.ts'
import type { LiveCode } from './reload.ts'
import { listen } from './server.ts'

/**
 * How to serve, whatever is served.
 *
 * @since 0.1.0
 * @example
 * const options: ServeOptions = { port: 0, payload: 'http', log: (line) => console.log(line) }
 */
export interface ServeOptions {
  /** The address to listen on; `127.0.0.1` when absent, which no other machine can reach. */
  readonly host?: string
  /** The port to listen on; 8080 when absent, and 0 is any free one. */
  readonly port?: number
  /**
   * Host names that are answered for beside its own, with any port: those that a tunnel or a proxy gives this server;
   * none when absent.
   */
  readonly allowHosts?: ReadonlyArray<string>
  /** The stage that events name; `dev` when absent. */
  readonly stage?: string
  /** The stage variables that events hold; none when absent. */
  readonly stageVariables?: Readonly<Record<string, string>>
  /** The kind of gateway to stand in for; `rest` when absent. */
  readonly payload?: GatewayKind
  /** Lambda's time limit for the function, in seconds; 60 when absent. */
  readonly timeout?: number
  /** How long the gateway waits for the function, in seconds; 30 when absent. */
  readonly gatewayTimeout?: number
  /** How long the head of a request may take, in seconds; 10 when absent. */
  readonly headersTimeout?: number
  /** The largest request body, in bytes; 10 MB when absent, as API Gateway has it. */
  readonly bodyLimit?: number
  /**
   * Who may call: what credentials are checked against, and what becomes of those that cannot be checked here, which
   * are let in when absent, with a warning at start.
   */
  readonly auth?: AuthSettings
  /** Takes each line of the log; nothing is printed when absent. */
  readonly log?: (line: string) => void
  /** Takes what went wrong: errors of the code, of a build, of a request; `log` when absent. */
  readonly logError?: (text: string) => void
}

/**
 * What to serve: a file, which is bundled and reloaded, or a handler, which runs in this very process.
 *
 * @since 0.1.0
 */
export type Served =
  | {
      /** The module that exports the app or the handler. */
      readonly entry: string
      /** Whether a change of the code is followed; `true` when absent. */
      readonly autoreload?: boolean
    }
  | {
      /** Such as `lambda(app)`, or a Lambda function written by hand. */
      readonly handler: Handler['call']
    }

/**
 * A local server that is listening.
 *
 * @since 0.1.0
 */
export interface LocalServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string
  /** Stops listening, waits for the requests in flight, and leaves nothing running. */
  readonly close: () => Promise<void>
}

const GATEWAYS: Readonly<Record<GatewayKind, Gateway>> = {
  rest: restApi,
  http: httpApi,
  '2.0': httpApi,
  '1.0': httpApiV1,
}

const BODY_LIMIT = 10 * 1024 * 1024

/**
 * Serves an app or a handler over HTTP, as API Gateway and Lambda would.
 *
 * A file is bundled as it would be deployed and runs in a thread of its own; a handler runs in this process. The time
 * limits are those of the "API Gateway quotas" and "Lambda quotas" pages of AWS's guides.
 *
 * @throws LocalError when there is no such entry, it does not build, load or export an app, or the port is taken.
 * @since 0.1.0
 * @example
 * const server = await serve({ handler: lambda(app), port: 0 })
 * const answer = await fetch(`${server.url}/cities/seattle`)
 * await server.close()
 */
export const serve = async (options: ServeOptions & Served): Promise<LocalServer> => {
  const { host = '127.0.0.1', port = 8080, stage = 'dev', timeout = 60, gatewayTimeout = 30 } = options
  const log = options.log ?? (() => {})
  const report = options.logError ?? log
  const gateway = GATEWAYS[options.payload ?? 'rest']
  const limits = { gateway: gatewayTimeout * 1000, function: timeout * 1000 }

  const live = async (entry: string, autoreload: boolean): Promise<LiveCode> => {
    // Only here: a handler that is served in process needs no bundler.
    const { liveCode } = await import('./reload.ts')
    const job = { name: entryName(entry), stage }
    return liveCode(entry, job, limits, autoreload, {
      restarting: () => log(RESTARTING),
      failed: report,
      report,
    })
  }
  const still = (handler: Handler['call']): LiveCode => {
    const runtime = inProcess(handler, stage, limits)
    return { current: () => runtime, close: async () => {} }
  }
  const begin = async (): Promise<{ readonly code: LiveCode; readonly folder: string }> => {
    if ('handler' in options) return { code: still(options.handler), folder: process.cwd() }
    const entry = locateEntry(options.entry)
    return { code: await live(entry, options.autoreload ?? true), folder: dirname(entry) }
  }
  const { code, folder } = await begin()

  const before = guards({ gateway: gateway.name, stage, auth: options.auth ?? {} }, report)
  const answer = exchange({
    gateway,
    stage,
    stageVariables: options.stageVariables ?? {},
    functionTimeout: limits.function,
    runtime: code.current,
    guards: before,
    report,
    log,
  })
  const documented = documentation(code.current, describedProject(folder))
  try {
    // What cannot be checked is said before anybody can call.
    await before.of(code.current())
    const note = shadowNote(code.current())
    if (note !== undefined) report(note)
    const server = await listen({
      host,
      port,
      allowHosts: options.allowHosts ?? [],
      bodyLimit: options.bodyLimit ?? BODY_LIMIT,
      tooLarge: ({ headers }) =>
        gatewayRefusal(gateway.name, code.current().app?.outline, 'REQUEST_TOO_LARGE', headers),
      headersTimeout: (options.headersTimeout ?? 10) * 1000,
      answer: (request) => documented(request) ?? answer(request),
      answered: (access) => log(accessLine(access)),
    })
    const { routes } = code.current()
    if (routes.length > 0) log(routeTable(routes))
    log(servingLine(server.url))
    return {
      url: server.url,
      close: async () => {
        await server.close()
        await code.close()
      },
    }
  } catch (error) {
    await code.close()
    throw error
  }
}
