import { type Either, left, right } from '#fp/Either'
import { placeholderText } from './placeholder-text.ts'
import type { Needs } from './policy/derivation.ts'
import { type PolicyDocument, policyDocument, type Statement } from './policy/document.ts'
import { fillResource, type Placeholder } from './policy/placeholder.ts'
import { INLINE_POLICY_LIMIT, policySize } from './policy/policy-size.ts'

/**
 * What IAM takes: characters of a managed policy, and managed policies of a role, of which SST and a VPC take some.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_CHARACTERS = 6144
const MOST_POLICIES = 8

/** How long the value of a placeholder may be, in characters; a link's is as long as a longest name of SST's. */
const LENGTHS = { partition: 10, region: 14, account: 12, link: 64 }

const longest = ({ kind }: Placeholder): string => 'x'.repeat(LENGTHS[kind])

const filledSize = (statements: ReadonlyArray<Statement>): number =>
  policySize({
    Version: '2012-10-17',
    Statement: statements.map((each) => ({
      ...each,
      Resource: each.Resource.map((resource) => fillResource(resource, longest)),
    })),
  })

/** A statement as some that a policy has room for, each with a part of the resources. */
const divided = (statement: Statement): ReadonlyArray<Statement> => {
  const { Action, Resource } = statement
  if (filledSize([statement]) <= MOST_CHARACTERS) return [statement]
  const half = (all: ReadonlyArray<string>) =>
    [all.slice(0, Math.ceil(all.length / 2)), all.slice(Math.ceil(all.length / 2))] as const
  if (Resource.length > 1) return half(Resource).flatMap((some) => divided({ ...statement, Resource: some }))
  if (Action.length > 1) return half(Action).flatMap((some) => divided({ ...statement, Action: some }))
  return [statement]
}

/** Documents that together allow what is needed, with the placeholders still in them. */
export interface Pieces {
  /** In the role itself, or as policies that are attached to it. */
  readonly kind: 'inline' | 'managed'
  readonly documents: ReadonlyArray<PolicyDocument>
}

/**
 * The policy that allows what is needed: in the role where IAM has room for it, else as policies of its own.
 *
 * @param taken characters of the role's inline policies that are not to be had
 * @returns how many characters it has, when IAM takes it in no way
 */
export const policyPieces = (needs: Needs, taken: number): Either<number, Pieces> => {
  const document = policyDocument(needs, placeholderText)
  const { Statement: statements } = document
  if (statements.length === 0) return right({ kind: 'inline', documents: [] })
  const size = filledSize(statements)
  if (size + taken <= INLINE_POLICY_LIMIT) return right({ kind: 'inline', documents: [document] })
  const groups: Array<ReadonlyArray<Statement>> = []
  for (const statement of statements.flatMap(divided)) {
    const last = groups.at(-1)
    if (last === undefined || filledSize([...last, statement]) > MOST_CHARACTERS) groups.push([statement])
    else groups[groups.length - 1] = [...last, statement]
  }
  return groups.length > MOST_POLICIES
    ? left(size)
    : right({ kind: 'managed', documents: groups.map((Statement) => ({ ...document, Statement })) })
}
