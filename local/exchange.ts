import { randomUUID } from 'node:crypto'
import type { Gateway, WireAnswer, WireRequest } from './gateway/gateway.ts'
import { LAMBDA_LIMIT } from './gateway/result.ts'
import { inspectThrown } from './invoke.ts'
import { gatewayTimeout } from './refusal.ts'
import type { Outcome, Runtime } from './runtime.ts'

/** What an exchange is told. */
interface ExchangeSettings {
  readonly gateway: Gateway
  readonly stage: string
  readonly stageVariables: Readonly<Record<string, string>>
  /** Lambda's time limit for the function, in milliseconds. */
  readonly functionTimeout: number
  /** What answers: asked for each request, since the code may have changed. */
  readonly runtime: () => Runtime
  /** Told what the caller is not. */
  readonly report: (line: string) => void
}

/**
 * What stands between the socket and the function: the request becomes an event, the event a result, the result an
 * answer. Never rejects.
 */
export const exchange = (settings: ExchangeSettings): ((request: WireRequest) => Promise<WireAnswer>) => {
  const { functionTimeout, gateway, stage, stageVariables } = settings

  const eventOf = (
    request: WireRequest,
    routes: Runtime['routes'],
    requestId: string,
    time: Date,
  ): string => {
    const deployment = { stage, stageVariables, ...(routes.length > 0 ? { routes } : {}) }
    return JSON.stringify(gateway.event(request, deployment, { requestId, time }))
  }

  const answerTo = (outcome: Outcome, report: (what: string) => void): WireAnswer => {
    if (outcome.tag !== 'Returned') {
      report(outcome.reason)
      return outcome.tag === 'TimedOut' ? gatewayTimeout : gateway.failure
    }
    const result: unknown = JSON.parse(outcome.json)
    const why = gateway.refusal(result)
    if (why !== undefined) report(why)
    return gateway.answer(result)
  }

  return async (request) => {
    const report = (what: string): void =>
      settings.report(`${request.method} ${request.target.split('?', 1)[0]}: ${what}`)
    try {
      const runtime = settings.runtime()
      const requestId = randomUUID()
      const time = new Date()
      const event = eventOf(request, runtime.routes, requestId, time)
      if (Buffer.byteLength(event) > LAMBDA_LIMIT) {
        report(`the event takes more than ${LAMBDA_LIMIT} bytes, so deployed it would be refused with 413`)
      }
      const deadline = time.getTime() + functionTimeout
      return answerTo(await runtime.invoke({ event, requestId, deadline }), report)
    } catch (error) {
      report(inspectThrown(error))
      return gateway.failure
    }
  }
}
