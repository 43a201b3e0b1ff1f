import type { MiddlewareRequest, ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { isPromiseLike } from '../result.ts'
import type { Deadline } from './deadline.ts'
import { draft } from './draft.ts'
import type { Fields } from './event.ts'
import { andThen, attempt, type Eventual } from './eventual.ts'
import { isPlain, type Outcome, unfold } from './outcome.ts'
import { LambdaRequest } from './request.ts'

export type State = MiddlewareRequest<Fields> & { earlyResponse?: unknown }

export type Hook = (state: State) => unknown

/** What a stack is built around: a route's handler, or the answer for a path that has none. */
export type Handler = (event: Fields, context: LambdaContext, request: LambdaRequest) => unknown

/** A handler in its middleware: one request through it is one answer out of it, whatever fails. */
export type Stack = (event: Fields, context: LambdaContext, request: LambdaRequest) => Eventual<ProxyResult>

/** What every stack of an app shares. */
export interface Ground {
  readonly deadline: Deadline
  /** The answer for an error that no middleware has answered. */
  readonly fallback: (state: State) => Eventual<ProxyResult>
}

/** The hook of a layer that has none: told apart by identity, so it is never called. */
export const none: Hook = () => undefined

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

/** How an answer leaves. */
interface Exit {
  /** How many layers, from the outside, have let the request in. */
  readonly entered: number
  /** Whether it is an error's. */
  readonly failed: boolean
  /** The layer whose `after` has failed. */
  readonly culprit: number | undefined
}

const failedAt = (entered: number): Exit => ({ entered, failed: true, culprit: undefined })

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
export const onion =
  ({ deadline, fallback }: Ground): Execution =>
  ({ middyRequest }, befores, handler, afters, onErrors) => {
    const isOpen = (index: number): boolean => befores[index] === none

    /** Lets an answer out, from the inside: each layer sees it once. */
    const leave = (state: State, from: number, exit: Exit): Eventual<ProxyResult> => {
      const depth = befores.length
      const { failed } = exit
      for (let index = from; index < depth; index++) {
        const hook = failed ? onErrors[index] : afters[index]
        if (hook === undefined || hook === none || index === exit.culprit) continue
        const outer = depth - 1 - index
        const standsIn = hook === afters[index]
        if (standsIn && outer >= exit.entered && !isOpen(outer)) continue
        if (failed && standsIn && state.response === undefined)
          return andThen(fallback(state), (response) => {
            state.response = response
            return leave(state, index, exit)
          })
        let given: unknown
        try {
          given = hook(state)
        } catch (error) {
          return stumble(state, index, exit, error)
        }
        if (given !== undefined || !(failed || isProxyResult(state.response)))
          return goOn(state, index, exit, given)
      }
      return state.response ?? fallback(state)
    }

    /** Goes on behind a hook that gave an answer, now or later, or left none behind. */
    const goOn = (state: State, index: number, exit: Exit, given: unknown): Eventual<ProxyResult> => {
      const next = (): Eventual<ProxyResult> => leave(state, index + 1, exit)
      const fail = (error: unknown): Eventual<ProxyResult> => stumble(state, index, exit, error)
      if (isPromiseLike(given)) return given.then((later) => goOn(state, index, exit, later), fail)
      if (given === undefined && (exit.failed || isProxyResult(state.response))) return next()
      return attempt(
        () => proxyResult(given ?? state.response),
        (response) => {
          state.response = response
          return next()
        },
        fail,
      )
    }

    /** Goes on behind a hook that failed. */
    const stumble = (state: State, index: number, exit: Exit, error: unknown): Eventual<ProxyResult> => {
      // middy's rule: a failing `after` is a failure, which every `onError` hears of, from the innermost on. It does not
      // stand in for an `onError` of its own.
      const culprit = onErrors[index] === afters[index] ? index : undefined
      if (!exit.failed) return refuse(state, { entered: befores.length, failed: true, culprit }, error)
      state.error = error
      return andThen(fallback(state), (response) => {
        state.response = response
        return leave(state, index + 1, exit)
      })
    }

    const refuse = (state: State, exit: Exit, error: unknown): Eventual<ProxyResult> => {
      state.error = error
      state.response = undefined
      return leave(state, 0, exit)
    }

    /** Has the handler's answer, now or later, leave. */
    const send = (
      state: State,
      entered: number,
      drafted: () => Eventual<ProxyResult>,
    ): Eventual<ProxyResult> =>
      attempt(
        drafted,
        (response) => {
          state.response = response
          return leave(state, 0, { entered, failed: false, culprit: undefined })
        },
        (error) => refuse(state, failedAt(entered), error),
      )

    /** Answers with what a handler's value has unfolded to. */
    const respond = (
      state: State,
      context: LambdaContext,
      entered: number,
      outcome: () => Outcome,
    ): Eventual<ProxyResult> =>
      attempt(
        outcome,
        (come) => {
          if (come.kind === 'error') return refuse(state, failedAt(entered), come.error)
          if (come.kind === 'value')
            return send(state, entered, () => {
              const drafted = draft(come.value)
              return isPromiseLike(drafted) ? deadline.race(drafted, context) : drafted
            })
          return deadline.race(come.promise, context).then(
            (value) => respond(state, context, entered, () => unfold(value, come.depth)),
            (error) => refuse(state, failedAt(entered), error),
          )
        },
        (error) => refuse(state, failedAt(entered), error),
      )

    /** Lets the request in, from the outside, and has it answered. */
    const enter = (
      state: State,
      context: LambdaContext,
      request: LambdaRequest,
      from: number,
    ): Eventual<ProxyResult> => {
      let index = from
      try {
        for (; index < befores.length; index++) {
          const before = befores[index]
          if (before === undefined || before === none) continue
          const given = before(state)
          if (isPromiseLike(given)) {
            const here = index
            return deadline.race(given, context).then(
              (early) => admit(state, context, request, here, early),
              (error) => refuse(state, failedAt(here), error),
            )
          }
          if (given !== undefined || 'earlyResponse' in state)
            return admit(state, context, request, index, given)
        }
        LambdaRequest.see(request, state.event)
        const value = handler(state.event, context, request)
        if (!isPlain(value)) return respond(state, context, index, () => unfold(value))
        const drafted = draft(value)
        if (isPromiseLike(drafted)) return send(state, index, () => deadline.race(drafted, context))
        state.response = drafted
      } catch (error) {
        return refuse(state, failedAt(index), error)
      }
      return leave(state, 0, { entered: index, failed: false, culprit: undefined })
    }

    /** Goes on behind a `before`: inwards, or back out where it has answered. */
    const admit = (
      state: State,
      context: LambdaContext,
      request: LambdaRequest,
      index: number,
      early: unknown,
    ): Eventual<ProxyResult> => {
      if (early !== undefined) state.earlyResponse = early
      if (!('earlyResponse' in state)) return enter(state, context, request, index + 1)
      return send(state, index, () => proxyResult(state.earlyResponse))
    }

    return (event, context, request) => {
      const state = middyRequest(event, context)
      state.internal.request = request
      return enter(state, context, request, 0)
    }
  }
