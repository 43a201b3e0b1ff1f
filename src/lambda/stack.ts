import type { Middleware, MiddlewareRequest, ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { isPromiseLike } from '../result.ts'
import type { Deadline } from './deadline.ts'
import { draft } from './draft.ts'
import type { Fields } from './event.ts'
import middy from './middy.ts'
import { isPlain, unfold } from './outcome.ts'
import { LambdaRequest } from './request.ts'
import { at, type Eventual, run, type Steps } from './steps.ts'

type State = MiddlewareRequest<Fields> & { earlyResponse?: unknown }

type Hook = (state: State) => unknown

/** What a stack is built around: a route's handler, or the answer for a path that has none. */
export type Handler = (event: Fields, context: LambdaContext, request: LambdaRequest) => unknown

/** A handler in its middleware: one request through it is one answer out of it, whatever fails. */
export type Stack = (event: Fields, context: LambdaContext, request: LambdaRequest) => Eventual<ProxyResult>

/** What every stack of an app shares. */
export interface Ground {
  readonly deadline: Deadline
  /** The answer for an error that no middleware has answered. */
  readonly fallback: (error: unknown) => Eventual<ProxyResult>
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

/** What a hook gave as the answer: a proxy result, completed, or any value that a handler could have returned. */
const proxyResult = (given: unknown): Eventual<ProxyResult> =>
  typeof given === 'object' && given !== null && 'statusCode' in given
    ? // Middleware speaks Lambda's language, in which every part but the status may be left out; it is checked at the end.
      ({ headers: {}, body: '', isBase64Encoded: false, ...given } as ProxyResult)
    : draft(given)

const isProxyResult = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'statusCode' in value &&
  'headers' in value &&
  value.headers != null

type Execution = (
  core: { readonly middyRequest: (event: Fields, context: LambdaContext) => State },
  befores: ReadonlyArray<Hook>,
  handler: Handler,
  afters: ReadonlyArray<Hook>,
  onErrors: ReadonlyArray<Hook>,
) => Stack

/**
 * The way middy runs a stack here (its `executionMode`). It differs from middy's own in three points: an error is an
 * answer, which the outer middleware sees; an early answer passes the outer middleware too; and what is at hand is not
 * awaited.
 */
const onion =
  ({ deadline, fallback }: Ground): Execution =>
  ({ middyRequest }, befores, handler, afters, onErrors) => {
    // Known once the middleware has been mounted, which is after middy has asked for this.
    let leavesAlone: boolean | undefined

    /** Lets the request in, from the outside, to the handler; says how many layers have let it in. */
    function* enter(state: State, context: LambdaContext): Steps<number> {
      for (let index = 0; index < befores.length; index++) {
        const before = befores[index]
        if (before === undefined || before === none) continue
        const given = before(state)
        const early = isPromiseLike(given) ? yield deadline.race(given, context) : given
        if (early !== undefined) state.earlyResponse = early
        if ('earlyResponse' in state) return index
      }
      return befores.length
    }

    /** Lets an answer out, from the inside: each layer sees it once. */
    function* leave(state: State, entered: number, hasFailed: boolean): Steps<ProxyResult> {
      const depth = befores.length
      let reached = entered
      let failed = hasFailed
      for (let index = 0; index < depth; index++) {
        const hook = failed ? onErrors[index] : afters[index]
        if (hook === undefined || hook === none) continue
        const outer = depth - 1 - index
        const standsIn = hook === afters[index]
        if (standsIn && outer >= reached && befores[outer] !== none) continue
        try {
          if (failed && standsIn) state.response ??= yield* at(fallback(state.error))
          const given = hook(state)
          const replaced = isPromiseLike(given) ? yield given : given
          if (replaced !== undefined) state.response = yield* at(proxyResult(replaced))
          else if (!failed && !isProxyResult(state.response))
            state.response = yield* at(proxyResult(state.response))
        } catch (error) {
          state.error = error
          if (failed) {
            state.response = yield* at(fallback(error))
          } else {
            // middy's rule: a failing `after` is a failure, which every `onError` hears of, from the innermost on.
            failed = true
            state.response = undefined
            reached = depth
            index = -1
          }
        }
      }
      return state.response ?? (yield* at(fallback(state.error)))
    }

    function* answer(event: Fields, context: LambdaContext, request: LambdaRequest): Steps<ProxyResult> {
      const state = middyRequest(event, context)
      let entered = 0
      let failed = false
      try {
        entered = yield* enter(state, context)
        if ('earlyResponse' in state) {
          state.response = yield* at(proxyResult(state.earlyResponse))
        } else {
          LambdaRequest.see(request, state.event)
          let value = handler(state.event, context, request)
          if (!isPlain(value)) {
            const outcome = yield* unfold(value, (promise) => deadline.race(promise, context))
            failed = outcome.failed
            if (outcome.failed) state.error = outcome.error
            else value = outcome.value
          }
          if (!failed) {
            const drafted = draft(value)
            state.response = isPromiseLike(drafted) ? yield* at(deadline.race(drafted, context)) : drafted
          }
        }
      } catch (error) {
        failed = true
        state.error = error
        state.response = undefined
      }
      // Most answers pass nobody on their way out.
      leavesAlone ??= afters.every((after) => after === none)
      return leavesAlone && !failed && state.response !== undefined
        ? state.response
        : yield* leave(state, entered, failed)
    }

    return (event, context, request) => run(answer(event, context, request))
  }

/**
 * Mounts a handler in middy.
 *
 * @param middleware innermost first
 */
export const stack = (handler: Handler, middleware: ReadonlyArray<Middleware>, ground: Ground): Stack => {
  // middy's types know its own ways to run a stack; one of another shape is what its `executionMode` is there for.
  const mounted = middy(handler as never, { executionMode: onion(ground) as never })
  for (const each of middleware.toReversed()) mounted.use(layer(each) as never)
  return mounted as unknown as Stack
}
