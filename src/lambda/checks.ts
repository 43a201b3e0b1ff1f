import type { LambdaContext } from '../request.ts'

/** What local mode and tests mark the context with that they call a function with. */
export const CHECKS: unique symbol = Symbol.for('calix.checks')

/** Whether answers are checked against their route's contract: where the app says so, and otherwise locally and in tests. */
export const areChecked = (checksAnswers: boolean | undefined, context: LambdaContext): boolean =>
  checksAnswers ?? CHECKS in context
