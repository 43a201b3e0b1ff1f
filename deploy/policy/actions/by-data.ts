import type { SdkCall } from '../sdk-call.ts'
import { everyOf, findByArn, findByFormat, isWhole, partlyNamed } from './by-format.ts'
import { isClosed } from './input.ts'
import { type ActionType, iamService } from './slice.ts'
import { EVERYTHING, type Find, type Need, type Target, together, unsaid } from './target.ts'

/** What calix knows of a service beside the data. */
export interface Service {
  /** The actions of operations that have others than their own name; none when IAM is not asked. */
  readonly actions?: Readonly<Record<string, ReadonlyArray<string>>>
  /** How resources of a type are found in an input, where the format of their ARNs does not say it. */
  readonly resources?: Readonly<Record<string, Find>>
  /** Operations that are newer than the data on IAM, with the types of their resources. */
  readonly newer?: Readonly<Record<string, ReadonlyArray<string>>>
  /** Operations whose resource types only some inputs name: of the others, `*` is the narrowest. */
  readonly ofAccount?: 'all' | ReadonlyArray<string>
}

/** An action that IAM lists. */
interface Listed {
  readonly name: string
  readonly types: ReadonlyArray<ActionType>
}

/** A type with where it is in an input. */
interface Sought {
  readonly type: string
  readonly isRequired: boolean
  /** Several where IAM lists an older form beside a newer one. */
  readonly formats: ReadonlyArray<string>
  readonly target: Target | undefined
}

const sought = (
  call: SdkCall,
  { types }: Listed,
  prefix: string,
  service: Service,
): ReadonlyArray<Sought> => {
  const all = iamService(prefix)?.formats ?? new Map<string, string>()
  const listed = types.filter(({ type }) => all.has(type))
  return listed.map(({ type, isRequired }) => {
    const formats = (all.get(type) ?? '').split(', ')
    const find = service.resources?.[type]
    const found =
      find ??
      ((of) =>
        formats
          .map((each) => findByFormat(of, type, each, listed.length === 1))
          .find((each) => each !== undefined))
    // A catalog of which an account has but one needs no field that names it.
    const whole =
      isRequired && formats.every(isWhole)
        ? { arns: formats.flatMap((each) => everyOf(call, each)), gaps: [] }
        : undefined
    return { type, isRequired, formats, target: whole ?? found(call) }
  })
}

// These concern one resource, of whichever type.
const ON_ONE = /^(?:Tag|Untag|ListTags)|ResourcePolic(?:y|ies)$/

/** What the input names, of the types that an action is granted on, and any of those that it needs and does not name. */
export const resourcesOf = (call: SdkCall, prefix: string, action: Listed, service: Service = {}): Target => {
  const all = sought(call, action, prefix, service)
  if (all.length === 0) return EVERYTHING
  const named = together(all.flatMap(({ target }) => target ?? []))
  const isNamed = named.arns.length > 0
  const missing = all.filter(({ target, isRequired }) => target === undefined && isRequired)
  if (isNamed && (missing.length === 0 || ON_ONE.test(call.operation))) return named
  const byArn = isNamed ? undefined : findByArn(call)
  if (byArn !== undefined) return byArn
  if (!isNamed && isOfAccount(call, service)) return EVERYTHING
  const any = missing.length > 0 ? missing : all
  const gaps = isListing(call) ? [] : [unsaid(call, any.map(({ type }) => type).join(' or '))]
  // An action whose types are all optional may be asked for without any of them.
  if (missing.length === 0) return { arns: ['*'], gaps }
  return together([
    named,
    { arns: missing.flatMap(({ formats }) => formats.flatMap((each) => partlyNamed(call, each))), gaps },
  ])
}

const isOfAccount = ({ operation }: SdkCall, { ofAccount }: Service): boolean =>
  ofAccount === 'all' || ofAccount?.includes(operation) === true

/** Whether it lists what there is, all of it: then every resource is what it means. */
const isListing = ({ operation, input }: SdkCall): boolean =>
  /^(?:List|Describe|Search)\w*s$/.test(operation) && isClosed(input)

/** An operation's needs by the data, when it knows the actions. */
export const needsByData = (
  call: SdkCall,
  prefix: string,
  service: Service = {},
): ReadonlyArray<Need> | undefined => {
  const { operation } = call
  const newer = service.newer?.[operation]
  if (newer !== undefined) {
    const types = newer.map((type) => ({ type, isRequired: true }))
    return [
      {
        action: `${prefix}:${operation}`,
        on: resourcesOf(call, prefix, { name: operation, types }, service),
        isNewer: true,
      },
    ]
  }
  const names = service.actions?.[operation] ?? [operation]
  const needs = names.map((name): Need | undefined => {
    const action = iamService(prefix)?.actions.get(name.toLowerCase())
    return action && { action: `${prefix}:${action.name}`, on: resourcesOf(call, prefix, action, service) }
  })
  return needs.every((need) => need !== undefined) ? needs : undefined
}
