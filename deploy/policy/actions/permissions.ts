import type { Needed, Permission } from '../permission.ts'
import type { SdkCall } from '../sdk-call.ts'
import { needsByData } from './by-data.ts'
import { iamPrefixOf } from './clients.ts'
import { furtherFields } from './further-fields.ts'
import { handedData } from './handed-data.ts'
import { inputsOf } from './input.ts'
import { passedRoles } from './pass-role.ts'
import { clientRules, ruleOf } from './services.ts'
import { iamAction } from './slice.ts'
import { tagsAtCreation } from './tags-at-creation.ts'
import { EVERYTHING, type Need } from './target.ts'

export { iamPrefixOf } from './clients.ts'
export { operationOfWaiter } from './waiters.ts'

/**
 * Whether calix knows what an operation needs, by a rule or by the data on IAM.
 *
 * @param client the name of the client's package after `@aws-sdk/client-`
 * @param operation as the SDK names it
 */
export const isKnownOperation = (client: string, operation: string): boolean => {
  const prefix = iamPrefixOf(client)
  if (prefix === undefined) return false
  if (ruleOf(client, operation) !== undefined) return true
  const { service = {} } = clientRules(client)
  const { actions = {}, newer = {} } = service
  return (
    Object.hasOwn(actions, operation) ||
    Object.hasOwn(newer, operation) ||
    iamAction(prefix, operation) !== undefined
  )
}

/** What could not be decided of a call as a whole. */
const undecided = (call: SdkCall, permissions: ReadonlyArray<Permission>, why: string): Needed => ({
  permissions,
  unresolved: [`${call.operation} of @aws-sdk/client-${call.client}: ${why} Say what it needs with grants.`],
})

/** What a call needs for its operation, for the fields that it sets and for what it hands over. */
const needsOf = (call: SdkCall, prefix: string): ReadonlyArray<Need> => {
  const { client, operation } = call
  const needs =
    ruleOf(client, operation)?.(call) ?? needsByData(call, prefix, clientRules(client).service) ?? []
  const passed = needs.some(({ action }) => action === 'iam:PassRole') ? [] : passedRoles(call, prefix)
  return [
    ...needs,
    ...furtherFields(call, needs),
    ...passed,
    ...handedData(call),
    ...tagsAtCreation(call, prefix, needs),
  ]
}

const newer = ({ action }: Need): string =>
  `${action} is newer than the data on IAM, and its name is taken from the operation's. If it has another, say so with grants.`

const unique = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(all)]

/**
 * What an operation of the SDK, with what is known of its input, needs of IAM.
 *
 * What is not known makes it wider and is said: an action that is missing breaks a deployment, one too many does not.
 */
export const permissionsOf = (call: SdkCall): Needed => {
  const prefix = iamPrefixOf(call.client)
  if (prefix === undefined) return undecided(call, [], 'its service is not known.')
  if (!isKnownOperation(call.client, call.operation)) {
    // Most actions have the operation's own name.
    const action = `${prefix}:${call.operation}`
    const why = `the data on IAM does not have it. ${action} on everything is taken for what it needs.`
    return undecided(call, [{ action, resources: ['*'] }], why)
  }
  const needs = inputsOf(call.input).flatMap((input) => needsOf({ ...call, input }, prefix))
  const byAction = Map.groupBy(needs, ({ action }) => action)
  const permissions = [...byAction].map(([action, all]): Permission => {
    const resources = unique(all.flatMap(({ on }) => on.arns))
    return { action, resources: resources.length === 0 ? EVERYTHING.arns : resources }
  })
  return {
    permissions,
    unresolved: unique([
      ...needs.flatMap(({ on }) => on.gaps),
      ...needs.filter(({ isNewer }) => isNewer).map(newer),
    ]),
  }
}
