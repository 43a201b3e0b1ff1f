import { isGrantable, matchingActions } from './catalog.ts'
import type { Derivation, DerivedPermission } from './derivation.ts'
import type { Grant } from './grant.ts'
import { ANYTHING, covers, overlaps } from './pattern.ts'
import { fillResource } from './placeholder.ts'
import { coversResource, overlapsResource } from './resource-pattern.ts'
import type { Told } from './unknown-links.ts'

/** An action that the source needs on a resource and that a policy does not allow. */
export interface Lack {
  readonly action: string
  readonly resource: string
  /** Who needs it: `PUT /objects/:key, store.ts:31`. */
  readonly neededBy: string
  /** The statement that denies it; absent when none allows it. */
  readonly deniedBy?: string
}

/** What a statement of a policy allows and the source does not need. */
export interface Excess {
  readonly action: string
  readonly resource: string
  readonly statement: string
  /** What the source needs of it. */
  readonly needed: ReadonlyArray<{ readonly action: string; readonly resource: string }>
}

/** What cannot be compared: the source leaves a name open, and a policy allows the action on something that it may be. */
export interface Open {
  readonly action: string
  readonly resource: string
  readonly neededBy: string
  /** What is open, a sentence each. */
  readonly whys: ReadonlyArray<string>
}

/** How a policy differs from what a source needs. */
export interface Difference {
  readonly lacks: ReadonlyArray<Lack>
  readonly exceeds: ReadonlyArray<Excess>
  readonly open: ReadonlyArray<Open>
}

/**
 * What Lambda itself does with a function's role, to write its log and its traces: no source says so, and a policy may
 * have it. https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export const LAMBDA_OWN: ReadonlyArray<string> = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]

interface Need {
  readonly action: string
  readonly resource: string
  readonly neededBy: string
  /** What the source leaves open where it is needed; empty when it is needed as it stands at one place or more. */
  readonly whys: ReadonlyArray<string>
}

const sameCase = (action: string): string => action.toLowerCase()

const coversAction = (wide: string, narrow: string): boolean => covers(sameCase(wide), sameCase(narrow))

const isOwn = (action: string): boolean => LAMBDA_OWN.some((each) => sameCase(each) === sameCase(action))

/** The six signs that Secrets Manager puts after a name are one text: the one of the secret, which no source says. */
const withSuffix = (resource: string): string => resource.replace(/\?{6}$/, ANYTHING)

const shown = (resource: string): string => resource.replaceAll(ANYTHING, '*')

const needsOf = (
  { always, authorizers, routes, unresolved }: Derivation,
  told: Told,
): ReadonlyArray<Need> => {
  const found = new Map<string, Need>()
  const add = (from: string, { action, chain, resources }: DerivedPermission): void => {
    const last = chain.at(-1)
    const neededBy = last === undefined ? from : `${from}, ${last.file}:${last.line}`
    const here = unresolved
      .filter(({ file, line }) => file === last?.file && line === last.line)
      .map(({ why }) => why)
    for (const each of resources) {
      const resource = withSuffix(fillResource(each, (placeholder) => told(placeholder) ?? ANYTHING))
      const key = JSON.stringify([action, resource])
      const known = found.get(key)
      const open = resource.includes('*') ? here : []
      const whys =
        open.length === 0 || known?.whys.length === 0 ? [] : [...new Set([...(known?.whys ?? []), ...open])]
      found.set(key, { action, resource, neededBy: known?.neededBy ?? neededBy, whys })
    }
  }
  for (const permission of always) add('every call', permission)
  for (const [name, needs] of [...routes, ...authorizers]) for (const each of needs) add(name, each)
  return [...found.values()]
}

const allows = ({ actions, resources }: Grant, action: string, resource: string): boolean =>
  actions.some((each) => coversAction(each, action)) &&
  resources.some((each) => coversResource(each, resource))

const lacksOf = (needs: ReadonlyArray<Need>, grants: ReadonlyArray<Grant>): ReadonlyArray<Lack> =>
  needs.flatMap(({ action, neededBy, resource }) => {
    const lack = { action, resource: shown(resource), neededBy }
    if (!grants.some((each) => each.effect === 'Allow' && allows(each, action, resource))) return [lack]
    const denial = grants.find(
      ({ actions, effect, isConditional, resources }) =>
        effect === 'Deny' &&
        !isConditional &&
        actions.some((each) => overlaps(sameCase(each), sameCase(action))) &&
        resources.some((each) => overlapsResource(each, resource)),
    )
    return denial === undefined ? [] : [{ ...lack, deniedBy: denial.name }]
  })

/** Whether a need that is open may be met: something that a policy allows is within what the source may name. */
const mayBeMet = ({ action, resource, whys }: Need, grants: ReadonlyArray<Grant>): boolean =>
  whys.length > 0 &&
  grants.some(
    ({ actions, effect, resources }) =>
      effect === 'Allow' &&
      actions.some((each) => coversAction(each, action)) &&
      resources.some((each) => coversResource(resource, each)),
  )

/**
 * What is allowed beyond need, each action and resource of a statement by itself. A wildcard of actions stands for those
 * that there are today.
 */
const excessesOf = (
  { actions, name, resources }: Grant,
  needs: ReadonlyArray<Need>,
  denials: ReadonlyArray<Grant>,
): ReadonlyArray<Excess> => {
  const isMeant = (action: string, resource: string): boolean =>
    isOwn(action) ||
    !isGrantable(action, resource) ||
    denials.some((each) => allows(each, action, resource)) ||
    needs.some((need) => coversAction(need.action, action) && coversResource(need.resource, resource))
  return actions.flatMap((action) => {
    const meant = action.includes('*') || action.includes('?') ? matchingActions(action) : [action]
    return resources.flatMap((resource) => {
      const isRight = isMeant(action, resource) || meant?.every((each) => isMeant(each, resource)) === true
      if (isRight) return []
      const needed = needs
        .filter((need) => coversAction(action, need.action) && overlapsResource(resource, need.resource))
        .map((need) => ({ action: need.action, resource: shown(need.resource) }))
      return [{ action, resource, statement: name, needed }]
    })
  })
}

/**
 * How a policy differs from what a source needs. A condition is not looked at: what is allowed under one counts as
 * allowed, and what is denied under one as not denied.
 *
 * @param told what is known of region, account, partition and links; the rest may be anything in the policy
 */
export const differenceOf = (
  derivation: Derivation,
  told: Told,
  grants: ReadonlyArray<Grant>,
): Difference => {
  const needs = needsOf(derivation, told)
  const denials = grants.filter(({ effect, isConditional }) => effect === 'Deny' && !isConditional)
  const isLacking = (need: Need): boolean => lacksOf([need], grants).length > 0
  const open = needs.filter((each) => isLacking(each) && mayBeMet(each, grants))
  return {
    open: open.map((each) => ({ ...each, resource: shown(each.resource) })),
    lacks: lacksOf(
      needs.filter((each) => !open.includes(each)),
      grants,
    ),
    exceeds: grants
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((each) => excessesOf(each, needs, denials)),
  }
}

const placed = (action: string, resource: string): string => `${action} on ${resource}`

/** A difference for a person, a line each; nothing when there is none. */
export const differenceLines = ({ exceeds, lacks }: Difference): ReadonlyArray<string> => [
  ...lacks.map(
    ({ action, deniedBy, neededBy, resource }) =>
      `lacks ${placed(action, resource)}: ${neededBy}${deniedBy === undefined ? '' : `; ${deniedBy} denies it`}`,
  ),
  ...exceeds.map(({ action, needed, resource, statement }) => {
    const enough = needed.map((each) => placed(each.action, each.resource)).join(', ')
    return `exceeds ${placed(action, resource)}: ${statement}; ${enough === '' ? 'nothing needs it' : `enough is ${enough}`}`
  }),
]

/** What cannot be compared, for a person, a line each. */
export const openLines = ({ open }: Difference): ReadonlyArray<string> =>
  open.map(
    ({ action, neededBy, resource, whys }) =>
      `cannot be compared: ${placed(action, resource)}: ${neededBy}: ${whys.join(' ')}`,
  )
