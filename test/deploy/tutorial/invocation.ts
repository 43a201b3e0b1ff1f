import { matches, readPattern } from '../../../local/auth/wildcard.ts'
import type { Permission, PlannedFunction } from '../platform/functions.ts'
import type { Lambda } from '../platform/lambda.ts'

/** The functions that run, by the name of their component. */
export type Running = ReadonlyMap<string, Pick<Lambda, 'invoke'>>

/** What becomes of an invocation. */
export type Outcome =
  | { readonly tag: 'Returned'; readonly result: unknown }
  | { readonly tag: 'Failed'; readonly message: string }
  /** There is no such function in this deployment, or the gateway may not call it. */
  | { readonly tag: 'Refused' }

/** Has the gateway call a function, from a place of the API that is named by its ARN. */
export type Invoke = (
  called: PlannedFunction | undefined,
  sourceArn: string,
  event: object,
) => Promise<Outcome>

const isPermitted = (
  permissions: ReadonlyArray<Permission>,
  { name }: PlannedFunction,
  sourceArn: string,
): boolean =>
  permissions.some(
    (each) =>
      each.function?.name === name &&
      each.action === 'lambda:InvokeFunction' &&
      each.principal === 'apigateway.amazonaws.com' &&
      matches(readPattern(each.sourceArn ?? '*'), sourceArn),
  )

/**
 * Calls functions as Lambda lets API Gateway: only where a permission of the function says so.
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export const invoking =
  (permissions: ReadonlyArray<Permission>, running: Running): Invoke =>
  async (called, sourceArn, event) => {
    if (called === undefined || !isPermitted(permissions, called, sourceArn)) return { tag: 'Refused' }
    const lambda = running.get(called.name)
    if (lambda === undefined) return { tag: 'Refused' }
    try {
      // Lambda is sent JSON.
      return { tag: 'Returned', result: await lambda.invoke(JSON.parse(JSON.stringify(event))) }
    } catch (error) {
      return { tag: 'Failed', message: error instanceof Error ? error.message : String(error) }
    }
  }
