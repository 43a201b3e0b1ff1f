import type { Middleware } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { NotHttpEventError, notHttp } from './detect.ts'
import middy from './middy.ts'

/**
 * What becomes of an event that is no HTTP request. It is middy's alone: a middleware may know it (a warmer's ping), and
 * no handler does, so whatever middleware does not answer is rejected.
 *
 * @param middleware the app's own, innermost first
 */
export const foreignEvents = (
  middleware: ReadonlyArray<Middleware>,
): ((event: object, context: LambdaContext) => Promise<unknown>) => {
  const refuse = (event: unknown): never => {
    throw notHttp(event)
  }
  const mounted = middy(refuse, { timeoutEarlyInMillis: 0 })
  for (const each of middleware.toReversed()) {
    const { before, after, onError } = each
    // What has none of middy's own hooks is refused by middy.
    if (before || after || onError) mounted.use(each as never)
  }
  // middy asks for the whole of Lambda's context, of which calix needs and promises less.
  return async (event, context) => {
    try {
      return await mounted(event, context as never)
    } catch (error) {
      // Middleware that expects a request fails on whatever is none: what is wrong is the event.
      if (error instanceof NotHttpEventError) throw error
      throw notHttp(event, error)
    }
  }
}
