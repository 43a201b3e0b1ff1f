import { inspect } from 'node:util'
import { type LocalContext, localContext } from './context.ts'
import type { Invocation, Outcome } from './runtime.ts'

/** A Lambda function: anything that takes an event and a context. @since 0.1.0 */
export interface Handler {
  // Method syntax, so that a handler of a narrower event type is accepted.
  call(event: unknown, context: LocalContext): unknown
}

/** A value that was thrown, with its stack and causes; inspection itself may throw, on a hostile getter. */
export const inspectThrown = (thrown: unknown): string => {
  try {
    return inspect(thrown)
  } catch {
    return 'a value that cannot be printed was thrown'
  }
}

const messageOf = (thrown: unknown): { readonly message?: string } =>
  thrown instanceof Error && typeof thrown.message === 'string' ? { message: thrown.message } : {}

/**
 * Calls the function as Lambda's runtime does: the event parsed anew, the result serialised once, and a throw, a
 * rejection or a result that JSON cannot hold reported as a failure. Never rejects.
 */
export const invoke = async (
  handler: Handler,
  functionName: string,
  invocation: Invocation,
): Promise<Outcome> => {
  try {
    const { deadline, requestId } = invocation
    const context = localContext({ functionName, requestId, deadline })
    // Without a `this`, which Lambda's runtime does not give either.
    const { call } = handler
    const result = await call(JSON.parse(invocation.event), context)
    // `undefined` has no JSON; Lambda's runtime sends null for it.
    return { tag: 'Returned', json: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    return { tag: 'Failed', reason: inspectThrown(error), ...messageOf(error) }
  }
}
