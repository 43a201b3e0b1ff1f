import { andThen, attempt, type Eventual } from '../eventual.ts'
import type { ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { isPromiseLike } from '../result.ts'
import type { Deadline } from './deadline.ts'
import { draft } from './draft.ts'
import type { Fields } from './fields.ts'
import { type Hook, isStandIn, none, type State } from './hook.ts'
import { isPlain, type Outcome, unfold } from './outcome.ts'
import { isComplete, proxyResult } from './proxy-result.ts'
import { LambdaRequest } from './request.ts'

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

/** How an answer leaves. */
interface Exit {
  /** How many layers, from the outside, have let the request in. */
  readonly entered: number
  /** Whether it is an error's. */
  readonly failed: boolean
  /** The layer whose `after` has failed, -1 for none. */
  readonly culprit: number
}

const failedAt = (entered: number): Exit => ({ entered, failed: true, culprit: -1 })

/** Whether the next layer can be given what a hook has left: an answer, or an error that none has answered yet. */
const canLeave = ({ response }: State, { failed }: Exit): boolean =>
  isComplete(response) || (failed && response === undefined)

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
        if (hook === undefined || hook === none) continue
        const outer = depth - 1 - index
        const standsIn = !failed || isStandIn(hook)
        if (standsIn && outer >= exit.entered && !isOpen(outer)) continue
        // These have seen the answer that has now failed.
        if (failed && standsIn && index <= exit.culprit) continue
        if (failed && standsIn && state.response === undefined)
          return andThen(fallback(state), (response) => {
            state.response = response
            return leave(state, index, exit)
          })
        try {
          const given = hook(state)
          if (given !== undefined) return goOn(state, index, exit, () => unfold(given), true)
          if (canLeave(state, exit)) continue
        } catch (error) {
          return stumble(state, index, exit, error)
        }
        return goOn(state, index, exit, () => unfold(state.response), false)
      }
      return state.response ?? fallback(state)
    }

    /** Goes on behind a hook with another answer in the place of the one it got. */
    const replace = (
      state: State,
      index: number,
      exit: Exit,
      make: () => Eventual<ProxyResult>,
    ): Eventual<ProxyResult> =>
      attempt(
        () => inTime(make(), state),
        (response) => {
          state.response = response
          return leave(state, index + 1, exit)
        },
        (error) => stumble(state, index, exit, error),
      )

    /**
     * Goes on behind a hook that gave something (an answer, an error, or either of them later), or that left what is no
     * complete answer in the place of the one it got.
     */
    const goOn = (
      state: State,
      index: number,
      exit: Exit,
      outcome: () => Outcome,
      isGiven: boolean,
    ): Eventual<ProxyResult> => {
      const fail = (error: unknown): Eventual<ProxyResult> => stumble(state, index, exit, error)
      return attempt(
        outcome,
        (come) => {
          if (come.kind === 'error') return fail(come.error)
          if (come.kind === 'later')
            return deadline
              .race(come.promise, state.context)
              .then((value) => goOn(state, index, exit, () => unfold(value, come.depth), isGiven), fail)
          if (come.value !== undefined || !isGiven)
            return replace(state, index, exit, () => proxyResult(come.value))
          return canLeave(state, exit)
            ? leave(state, index + 1, exit)
            : goOn(state, index, exit, () => unfold(state.response), false)
        },
        fail,
      )
    }

    /** Goes on behind a hook that failed. */
    const stumble = (state: State, index: number, exit: Exit, error: unknown): Eventual<ProxyResult> => {
      // middy's rule: a failing `after` is a failure, which every `onError` hears of, from the innermost on.
      if (!exit.failed) return refuse(state, { entered: exit.entered, failed: true, culprit: index }, error)
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

    /** A result, waited for no longer than Lambda does. */
    const inTime = (result: Eventual<ProxyResult>, { context }: State): Eventual<ProxyResult> =>
      isPromiseLike(result) ? deadline.race(result, context) : result

    /** Has an answer, now or later, leave. */
    const send = (state: State, entered: number, make: () => Eventual<ProxyResult>): Eventual<ProxyResult> =>
      attempt(
        () => inTime(make(), state),
        (response) => {
          state.response = response
          return leave(state, 0, { entered, failed: false, culprit: -1 })
        },
        (error) => refuse(state, failedAt(entered), error),
      )

    /** Answers with what a handler's value, or that of a `before`, has unfolded to. */
    const respond = (
      state: State,
      entered: number,
      outcome: () => Outcome,
      write: (value: unknown) => Eventual<ProxyResult>,
    ): Eventual<ProxyResult> =>
      attempt(
        outcome,
        (come) => {
          if (come.kind === 'error') return refuse(state, failedAt(entered), come.error)
          if (come.kind === 'value') return send(state, entered, () => write(come.value))
          return deadline.race(come.promise, state.context).then(
            (value) => respond(state, entered, () => unfold(value, come.depth), write),
            (error) => refuse(state, failedAt(entered), error),
          )
        },
        (error) => refuse(state, failedAt(entered), error),
      )

    /** Lets the request in, from the outside, and has it answered. */
    const enter = (state: State, request: LambdaRequest, from: number): Eventual<ProxyResult> => {
      let index = from
      try {
        for (; index < befores.length; index++) {
          const before = befores[index]
          if (before === undefined || before === none) continue
          const given = before(state)
          if (given !== undefined || 'earlyResponse' in state) return admit(state, request, index, given)
        }
        LambdaRequest.see(request, state.event)
        const value = handler(state.event, state.context, request)
        if (!isPlain(value)) return respond(state, index, () => unfold(value), draft)
        const drafted = draft(value)
        if (isPromiseLike(drafted)) return send(state, index, () => drafted)
        state.response = drafted
      } catch (error) {
        return refuse(state, failedAt(index), error)
      }
      return leave(state, 0, { entered: index, failed: false, culprit: -1 })
    }

    /** Goes on behind a `before` that gave something: inwards, or back out where it has answered. */
    const admit = (
      state: State,
      request: LambdaRequest,
      index: number,
      given: unknown,
    ): Eventual<ProxyResult> => {
      if (isPromiseLike(given))
        return deadline.race(Promise.resolve(given), state.context).then(
          (early) => admit(state, request, index, early),
          (error) => refuse(state, failedAt(index), error),
        )
      if (given !== undefined) state.earlyResponse = given
      return 'earlyResponse' in state
        ? respond(state, index, () => unfold(state.earlyResponse), proxyResult)
        : enter(state, request, index + 1)
    }

    return (event, context, request) => {
      const state = middyRequest(event, context)
      state.internal.request = request
      return enter(state, request, 0)
    }
  }
