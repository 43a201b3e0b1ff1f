import { createHash } from 'node:crypto'
import type { Values } from './outputs/output.ts'
import { text } from './outputs/output.ts'

const records = (value: unknown): ReadonlyArray<Values> =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []

/** One value stands alone, several are a list in order, none leave the key out: so the provider writes them. */
const list = (key: string, value: unknown): Values => {
  if (!Array.isArray(value) || value.length === 0) return {}
  return { [key]: value.length === 1 ? value[0] : [...value].sort().reverse() }
}

const principals = (key: string, value: unknown): Values => {
  const given = records(value)
  if (given.length === 0) return {}
  if (given.length === 1 && given[0]?.type === '*') return { [key]: '*' }
  return { [key]: Object.assign({}, ...given.map(({ type, identifiers }) => list(text(type), identifiers))) }
}

const conditions = (value: unknown): Values => {
  const given = records(value)
  if (given.length === 0) return {}
  const merged: Record<string, Values> = {}
  for (const { test, variable, values } of given) {
    merged[text(test)] = { ...merged[text(test)], ...list(text(variable), values) }
  }
  return { Condition: merged }
}

const statement = (given: Values): Values => ({
  ...(text(given.sid) === '' ? {} : { Sid: given.sid }),
  Effect: given.effect ?? 'Allow',
  ...list('Action', given.actions),
  ...list('NotAction', given.notActions),
  ...list('Resource', given.resources),
  ...list('NotResource', given.notResources),
  ...principals('Principal', given.principals),
  ...principals('NotPrincipal', given.notPrincipals),
  ...conditions(given.conditions),
})

const sources = (value: unknown): ReadonlyArray<Values> => {
  if (!Array.isArray(value)) return []
  return value.flatMap((document) => {
    const { Statement } = JSON.parse(text(document))
    return Array.isArray(Statement) ? Statement : [Statement]
  })
}

/**
 * The document that `aws.iam.getPolicyDocument` builds of the statements and the documents given.
 *
 * Source: the data source aws_iam_policy_document of the Terraform AWS provider, which Pulumi wraps.
 */
export const policyDocument = (inputs: Values): Values => {
  const Statement = [
    ...sources(inputs.sourcePolicyDocuments),
    ...records(inputs.statements).map(statement),
    ...sources(inputs.overridePolicyDocuments),
  ]
  const document = {
    Version: inputs.version ?? '2012-10-17',
    ...(text(inputs.policyId) === '' ? {} : { Id: inputs.policyId }),
    ...(Statement.length === 0 ? {} : { Statement }),
  }
  const json = JSON.stringify(document, null, 2)
  // No statements come back as none, not as an empty list: SST attaches no policy then.
  const { statements: _, ...rest } = inputs
  return {
    ...rest,
    ...(records(inputs.statements).length === 0 ? {} : { statements: inputs.statements }),
    id: createHash('sha256').update(json).digest('hex').slice(0, 10),
    json,
    minifiedJson: JSON.stringify(document),
  }
}
