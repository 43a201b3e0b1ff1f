import type { MiddlewareRequest } from '../middleware.ts'
import type { Fields } from './fields.ts'

/** middy's request, as it goes from hook to hook. */
export type State = MiddlewareRequest<Fields> & { earlyResponse?: unknown }

export type Hook = (state: State) => unknown

/** The hook of a layer that has none: told apart by identity, so it is never called. */
export const none: Hook = () => undefined

/** The `after`s that stand in for an `onError` that is not there. */
const standIns = new WeakSet<Hook>()

/** An `after` in the place of an `onError`. */
export const standIn = (after: Hook): Hook => {
  const hook: Hook = (state) => after(state)
  standIns.add(hook)
  return hook
}

/** Whether a hook is an `after` in the place of an `onError`. */
export const isStandIn = (hook: Hook): boolean => standIns.has(hook)
