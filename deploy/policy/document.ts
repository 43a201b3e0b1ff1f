import { covers, widest } from './pattern.ts'
import type { Permission } from './permission.ts'
import { type Fill, fillResource } from './placeholder.ts'

/** A statement that allows actions on resources. */
export interface Statement {
  readonly Effect: 'Allow'
  readonly Action: ReadonlyArray<string>
  readonly Resource: ReadonlyArray<string>
}

/**
 * A policy as IAM takes it, but for one that allows nothing: IAM takes no policy without a statement, so one is not to be
 * attached. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: ReadonlyArray<Statement>
}

/** The resources of each action, sorted both; none that another one covers. */
export const resourcesByAction = (
  needs: Iterable<Permission>,
  fill: Fill,
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const filled = [...needs].map(({ action, resources }) => ({
    action,
    resources: resources.map((each) => fillResource(each, fill)),
  }))
  const grouped = Map.groupBy(filled, ({ action }) => action)
  return new Map(
    [...grouped.keys()]
      .sort()
      .map((action) => [action, widest((grouped.get(action) ?? []).flatMap(({ resources }) => resources))]),
  )
}

type Allowed = readonly [action: string, resources: ReadonlyArray<string>]

/** Whether one is in the other already: `s3:GetObject` beside an `s3:Get*` on the same bucket. */
const isWithin = ([action, resources]: Allowed, [wider, places]: Allowed): boolean =>
  action.toLowerCase() !== wider.toLowerCase() &&
  covers(wider.toLowerCase(), action.toLowerCase()) &&
  resources.every((each) => places.some((place) => covers(place, each)))

/**
 * The policy that allows what is needed and nothing beside it: actions on the same resources in one statement, all of it
 * sorted, so that the same needs are the same text.
 *
 * @param needs of an app, of a route, of several: what is in more than one counts once
 * @param fill what stands in the place of region, account, partition and links
 */
export const policyDocument = (needs: Iterable<Permission>, fill: Fill): PolicyDocument => {
  const all = [...resourcesByAction(needs, fill)]
  const kept = all.filter((each) => !all.some((other) => isWithin(each, other)))
  const statements = Map.groupBy(kept, ([, resources]) => JSON.stringify(resources))
  return {
    Version: '2012-10-17',
    Statement: [...statements.values()].map((alike) => ({
      Effect: 'Allow',
      Action: alike.map(([action]) => action),
      Resource: alike[0]?.[1] ?? [],
    })),
  }
}
