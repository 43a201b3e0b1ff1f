import { functionNameOf } from './context.ts'
import { described } from './exported.ts'
import { type Handler, invoke } from './invoke.ts'
import type { Runtime } from './runtime.ts'
import { type TimeLimits, withinTime } from './time-limit.ts'

/** A function that runs in this very process, without a thread of its own: what tests serve. */
export const inProcess = (handler: Handler['call'], stage: string, limits: TimeLimits): Runtime => {
  const found = described(handler)
  const functionName = functionNameOf(found.name, stage)
  return {
    routes: found.routes,
    app: found.app,
    invoke: (invocation) => withinTime(invoke(found.handler, functionName, invocation), limits, () => {}),
    document: found.document,
  }
}
