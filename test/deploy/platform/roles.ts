import { byType, type Planned, record, string, strings, type Values } from './resources.ts'

/** A policy document, parsed; a single value stands as a list of one. */
export interface Policy {
  readonly name: string
  readonly statements: ReadonlyArray<Statement>
  readonly document: Values
}

export interface Statement {
  readonly effect: string
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
  readonly principal: unknown
  readonly condition: Values | undefined
}

/** A role that would be created. */
export interface Role {
  readonly name: string
  readonly arn: string
  readonly trust: Policy
  /** Inline ones, and those attached by a resource of their own. */
  readonly policies: ReadonlyArray<Policy>
  /** ARNs of managed policies. */
  readonly managed: ReadonlyArray<string>
  readonly permissionsBoundary: string | undefined
}

const listed = (value: unknown): ReadonlyArray<string> =>
  typeof value === 'string' ? [value] : strings(value)

const policyOf = (name: string, text: unknown): Policy => {
  const document = record(typeof text === 'string' ? JSON.parse(text) : text)
  const given = document.Statement
  const statements = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(record)
  return {
    name,
    document,
    statements: statements.map(({ Effect, Action, Resource, Principal, Condition }) => ({
      effect: String(Effect),
      actions: listed(Action),
      resources: listed(Resource),
      principal: Principal,
      condition: Condition === undefined ? undefined : record(Condition),
    })),
  }
}

/** The roles of a plan, with everything that is attached to them. */
export const rolesOf = (planned: Planned): ReadonlyArray<Role> => {
  const attached = byType(planned, 'aws:iam/rolePolicyAttachment:RolePolicyAttachment')
  const apart = byType(planned, 'aws:iam/rolePolicy:RolePolicy')
  return byType(planned, 'aws:iam/role:Role').map(({ name, id, inputs, outputs }) => {
    const inline = Array.isArray(inputs.inlinePolicies) ? inputs.inlinePolicies.map(record) : []
    const isOurs = ({ inputs: { role } }: { readonly inputs: Values }): boolean =>
      role === id || role === outputs.arn
    return {
      name,
      arn: String(outputs.arn),
      trust: policyOf('trust', inputs.assumeRolePolicy),
      policies: [
        ...inline.map((policy) => policyOf(String(policy.name), policy.policy)),
        ...apart.filter(isOurs).map((policy) => policyOf(policy.name, policy.inputs.policy)),
      ],
      managed: [
        ...strings(inputs.managedPolicyArns),
        ...attached.filter(isOurs).map((attachment) => String(attachment.inputs.policyArn)),
      ],
      permissionsBoundary: string(inputs.permissionsBoundary),
    }
  })
}

/** The role of this ARN, as a function names its own. */
export const roleAt = (planned: Planned, arn: string | undefined): Role | undefined =>
  rolesOf(planned).find((role) => role.arn === arn)
