import type { Middleware, MiddlewareRequest, ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { isEither, isPromiseLike } from '../result.ts'
import type { Deadline } from './deadline.ts'
import { draft } from './draft.ts'
import middy from './middy.ts'
import { LambdaRequest } from './request.ts'

type State = MiddlewareRequest<object> & { earlyResponse?: unknown }

type Hook = (state: State) => unknown

type Handler = (event: unknown, context: unknown, request: LambdaRequest) => unknown

/** A route's handler in its middleware: one request through it is one answer out of it, whatever fails. */
export type Stack = (event: object, context: LambdaContext, request: LambdaRequest) => Promise<ProxyResult>

/** What every stack of an app shares. */
export interface Ground {
  readonly deadline: Deadline
  /** The answer for an error that no middleware has answered. */
  readonly fallback: (error: unknown) => ProxyResult | Promise<ProxyResult>
}

/** The hook of a layer that has none: told apart by identity, so it is never called. */
const none: Hook = () => undefined

/**
 * A middleware with every hook present, so that middy's lists of hooks run in parallel. Where there is no `onError`,
 * `after` stands in: an error's answer is an answer, and a middleware sees each one exactly once.
 */
const layer = (middleware: Middleware): Required<Pick<Middleware, 'before' | 'after' | 'onError'>> => {
  const after = middleware.after ?? none
  return { before: middleware.before ?? none, after, onError: middleware.onError ?? after }
}

/** How often a handler's value may unfold (a function, its promise, its Either, …) before it is one without an end. */
const MOST_UNFOLDINGS = 16

type Outcome =
  | { readonly failed: false; readonly value: unknown }
  | { readonly failed: true; readonly error: unknown }

/** What a handler's value comes to: Tasks are run, promises awaited, Eithers told apart; an error is no value. */
const unfold = async (
  given: unknown,
  wait: <A>(promise: PromiseLike<A>) => PromiseLike<A>,
): Promise<Outcome> => {
  let value = given
  for (let times = 0; times < MOST_UNFOLDINGS; times++) {
    if (typeof value === 'function') value = value()
    else if (isPromiseLike(value)) value = await wait(value)
    else if (typeof value !== 'object' || value === null) return { failed: false, value }
    else if (value instanceof Error) return { failed: true, error: value }
    else if (!isEither(value)) return { failed: false, value }
    else if (value._tag === 'Left') return { failed: true, error: value.left }
    else value = value.right
  }
  throw new TypeError('A handler returned functions and promises nested without an end')
}

/** Whether a value is ready to be drafted as it stands, which most are. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    (value === null || (!('_tag' in value) && !('then' in value) && !(value instanceof Error))))

/** What a hook gave as the answer: a proxy result, completed, or any value that a handler could have returned. */
const proxyResult = (given: unknown): ProxyResult | Promise<ProxyResult> =>
  typeof given === 'object' && given !== null && 'statusCode' in given
    ? // A middleware speaks Lambda's language, in which every part but the status may be left out; the checks come last.
      Object.assign(
        { headers: {}, body: '', isBase64Encoded: false },
        given as Partial<ProxyResult> & { statusCode: number },
      )
    : draft(given)

const isProxyResult = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'statusCode' in value &&
  'headers' in value &&
  value.headers != null

/**
 * Mounts a handler in middy, under a way to run it of our own (middy's `executionMode`), which differs from middy's in
 * three points: an error is an answer, which the outer middleware sees; an early answer passes the outer middleware too;
 * and what is at hand is not awaited.
 *
 * @param middleware innermost first
 */
export const stack = (handler: Handler, middleware: ReadonlyArray<Middleware>, ground: Ground): Stack => {
  const { deadline, fallback } = ground
  const onion = (
    { middyRequest }: { readonly middyRequest: (event: object, context: LambdaContext) => State },
    befores: ReadonlyArray<Hook>,
    lambdaHandler: Handler,
    afters: ReadonlyArray<Hook>,
    onErrors: ReadonlyArray<Hook>,
  ): Stack =>
    async function answer(event, context, request) {
      const state = middyRequest(event, context)
      const wait = <A>(promise: PromiseLike<A>): PromiseLike<A> => deadline.race(promise, context)
      const depth = befores.length
      // How many layers, from the outside, have let the request in.
      let entered = 0
      let failed = false
      try {
        for (; entered < depth; entered++) {
          const before = befores[entered]
          if (before === undefined || before === none) continue
          const given = before(state)
          const early = isPromiseLike(given) ? await wait(given) : given
          if (early !== undefined) state.earlyResponse = early
          if ('earlyResponse' in state) break
        }
        if ('earlyResponse' in state) {
          state.response = await proxyResult(state.earlyResponse)
        } else {
          LambdaRequest.see(request, state.event as { readonly [name: string]: unknown })
          let value = lambdaHandler(state.event, context, request)
          if (!isPlain(value)) {
            const outcome = await unfold(value, wait)
            failed = outcome.failed
            if (outcome.failed) state.error = outcome.error
            else value = outcome.value
          }
          if (!failed) {
            const drafted = draft(value)
            state.response = isPromiseLike(drafted) ? await wait(drafted) : drafted
          }
        }
      } catch (error) {
        failed = true
        state.error = error
        state.response = undefined
      }

      // From the inside out: every layer sees the answer once.
      for (let index = 0; index < depth; index++) {
        const outer = depth - 1 - index
        const hook = failed ? onErrors[index] : afters[index]
        if (hook === undefined || hook === none) continue
        const standsIn = hook === afters[index]
        if (standsIn && outer >= entered && befores[outer] !== none) continue
        if (failed && standsIn) state.response ??= await fallback(state.error)
        try {
          const given = hook(state)
          const replaced = isPromiseLike(given) ? await given : given
          if (replaced !== undefined) state.response = await proxyResult(replaced)
          else if (!failed && !isProxyResult(state.response))
            state.response = await proxyResult(state.response)
        } catch (error) {
          state.error = error
          if (failed) {
            state.response = await fallback(error)
          } else {
            // middy's rule: a failing `after` is a failure, which every `onError` hears of, from the innermost on.
            failed = true
            state.response = undefined
            entered = depth
            index = -1
          }
        }
      }
      return state.response ?? (await fallback(state.error))
    }

  const mounted = middy(handler as never, { executionMode: onion as never })
  for (const each of middleware.toReversed()) mounted.use(layer(each) as never)
  return mounted as unknown as Stack
}
