import { randomUUID } from 'node:crypto'
import type { Call } from './auth/ask.ts'
import type { Refused } from './auth/verdict.ts'
import { printable } from './console.ts'
import type { Gateway, WireAnswer, WireRequest } from './gateway/gateway.ts'
import { LAMBDA_LIMIT } from './gateway/result.ts'
import type { Guards } from './guards.ts'
import { inspectThrown } from './invoke.ts'
import { failureAnswer, gatewayRefusal } from './refusal.ts'
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
  /** Who says what may call it. */
  readonly guards: Guards
  /** Told what the caller is not. */
  readonly report: (line: string) => void
  /** Told why a caller was turned away. */
  readonly log: (line: string) => void
}

/** What became of a request before the function: the version that is to answer it, with its event, or a refusal. */
type Passed =
  | {
      readonly tag: 'Admitted'
      readonly runtime: Runtime
      readonly event: string
      readonly requestId: string
    }
  | { readonly tag: 'Refused'; readonly runtime: Runtime; readonly refused: Refused }

/**
 * What stands between the socket and the function: the request becomes an event, the event a result, the result an
 * answer. Never rejects.
 */
export const exchange = (settings: ExchangeSettings): ((request: WireRequest) => Promise<WireAnswer>) => {
  const { functionTimeout, gateway, guards, stage, stageVariables } = settings

  const eventOf = (request: WireRequest, { routes }: Runtime, requestId: string): Record<string, unknown> => {
    const deployment = { stage, stageVariables, ...(routes.length > 0 ? { routes } : {}) }
    return gateway.event(request, deployment, { requestId, time: new Date() })
  }

  const deadline = (): number => Date.now() + functionTimeout

  /** Has a request pass the guard of the version that is then to answer it: there may be a newer one meanwhile. */
  const pass = async (request: WireRequest): Promise<Passed> => {
    for (;;) {
      const runtime = settings.runtime()
      const requestId = randomUUID()
      const event = eventOf(request, runtime, requestId)
      const call: Call = (asked) =>
        runtime.invoke({ event: JSON.stringify(asked), requestId: randomUUID(), deadline: deadline() })
      const guard = await guards.of(runtime)
      const verdict = await guard?.admit(request, event, call)
      if (runtime !== settings.runtime()) continue
      if (verdict?.tag === 'Refused') return { tag: 'Refused', runtime, refused: verdict }
      const callers = verdict?.callers ?? []
      const identified = callers.length === 0 ? event : gateway.identify(event, callers)
      return { tag: 'Admitted', runtime, event: JSON.stringify(identified), requestId }
    }
  }

  return async (request) => {
    const line = (what: string): string => `${request.method} ${printable(request.target)}: ${what}`
    const report = (what: string): void => settings.report(line(what))
    const { headers } = request

    const answerTo = (outcome: Outcome, { app }: Runtime): WireAnswer => {
      if (outcome.tag !== 'Returned') {
        report(outcome.reason)
        return outcome.tag === 'TimedOut'
          ? gatewayRefusal(gateway.name, app?.outline, 'INTEGRATION_TIMEOUT', headers)
          : failureAnswer(gateway, app?.outline, headers)
      }
      const result: unknown = JSON.parse(outcome.json)
      const why = gateway.refusal(result)
      if (why === undefined) return gateway.answer(result)
      report(why)
      return failureAnswer(gateway, app?.outline, headers)
    }

    try {
      const passed = await pass(request)
      const { runtime } = passed
      if (passed.tag === 'Refused') {
        const { answer, reason } = passed.refused
        settings.log(line(`${answer}, ${reason}`))
        return gatewayRefusal(gateway.name, runtime.app?.outline, answer, headers)
      }
      const { event, requestId } = passed
      if (Buffer.byteLength(event) > LAMBDA_LIMIT) {
        report(`the event takes more than ${LAMBDA_LIMIT} bytes, so deployed it would be refused with 413`)
      }
      return answerTo(await runtime.invoke({ event, requestId, deadline: deadline() }), runtime)
    } catch (error) {
      report(inspectThrown(error))
      return failureAnswer(gateway, settings.runtime().app?.outline, headers)
    }
  }
}
