import { choices, type Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import { given } from './input.ts'
import { spellings } from './spelling.ts'
import { arn, gapsOf, type Need, type Target, together } from './target.ts'

// A service that is handed a role must be given it by someone who may pass it:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html

// What hands a role over to a service; an operation that uses one, such as AssumeRole, is no such thing.
const HANDS_OVER = /^(?:Create|Update|Put|Start|Run|Register|Import|Add|Modify|Publish|TestState$)/

const isRoleField = (name: string): boolean => /rolearn$/i.test(name) || /^role$/i.test(name)

const deepest = 12

/** The roles that an input names, wherever in it. */
const rolesIn = (call: SdkCall, input: Known, depth = 0): ReadonlyArray<Target> =>
  depth > deepest
    ? []
    : choices(input).flatMap((known): ReadonlyArray<Target> => {
        if (known.kind === 'list') return known.items.flatMap((item) => rolesIn(call, item, depth + 1))
        if (known.kind !== 'record') return []
        return [...known.fields].flatMap(([name, value]) =>
          isRoleField(name) && given(known, name) === 'yes'
            ? spellings(value).map((role) => ({
                arns: [role.isArn ? role.text : arn('iam', { region: '', account: '*' }, 'role/*')],
                gaps: gapsOf(call, name, role),
              }))
            : rolesIn(call, value, depth + 1),
        )
      })

/** `iam:PassRole` on the roles that an input names; nothing when it names none, or uses them itself. */
export const passedRoles = (call: SdkCall, service: string): ReadonlyArray<Need> => {
  if (service === 'sts' || service === 'iam' || !HANDS_OVER.test(call.operation)) return []
  const roles = rolesIn(call, call.input)
  return roles.length === 0 ? [] : [{ action: 'iam:PassRole', on: together(roles) }]
}
