import type { Middleware } from '../middleware.ts'
import { type Hook, none, standIn } from './hook.ts'
import middy from './middy.ts'
import { type Ground, type Handler, onion, type Stack } from './onion.ts'

/**
 * A middleware with every hook present, so that middy's lists of hooks run in parallel. Where there is no `onError`,
 * `after` stands in: an error's answer is an answer, and a middleware sees each one exactly once.
 */
const layer = ({
  before,
  after,
  onError,
}: Middleware): { [Name in 'before' | 'after' | 'onError']: Hook } => ({
  before: (before as Hook | undefined) ?? none,
  after: (after as Hook | undefined) ?? none,
  onError: (onError as Hook | undefined) ?? (after === undefined ? none : standIn(after as Hook)),
})

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
