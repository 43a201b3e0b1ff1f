import type { Middleware, MiddlewareRequest } from '../../src/index.ts'

type HookName = 'before' | 'after' | 'onError'

/** What a hook does once it has left its mark. */
type Deeds = Partial<Record<HookName, (request: MiddlewareRequest) => unknown>>

/** A record of which hooks ran, in order, and middleware that write in it. */
export const tracer = () => {
  const trace: Array<string> = []

  /** A middleware of these hooks; each leaves its mark (`name.before`), then does its deed. */
  const layer = (name: string, hooks: ReadonlyArray<HookName>, deeds: Deeds = {}): Middleware =>
    Object.fromEntries(
      hooks.map((hook) => [
        hook,
        (request: MiddlewareRequest) => {
          trace.push(`${name}.${hook}`)
          return deeds[hook]?.(request)
        },
      ]),
    )

  /** A handler that leaves its mark and answers. */
  const handler =
    <A>(answer: () => A) =>
    (): A => {
      trace.push('handler')
      return answer()
    }

  return { trace, layer, handler }
}

export const ALL: ReadonlyArray<HookName> = ['before', 'after', 'onError']
export const NO_ERROR: ReadonlyArray<HookName> = ['before', 'after']

/** An app's log option that keeps what it is told. */
export const keepingLog = () => {
  const logged: Array<{ readonly error: unknown; readonly where: string }> = []
  return {
    logged,
    log: (failure: { readonly error: unknown; readonly where: string }) => void logged.push(failure),
  }
}
