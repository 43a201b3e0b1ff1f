import fc from 'fast-check'
import { isLeft } from 'fp-ts/Either'
import { expect, test } from 'vitest'
import type { Needs } from '../../deploy/policy/derivation.ts'
import { fillResource } from '../../deploy/policy/placeholder.ts'
import { INLINE_POLICY_LIMIT, policySize } from '../../deploy/policy/policy-size.ts'
import { policyPieces } from '../../deploy/policy-pieces.ts'

/** What IAM takes as one managed policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MANAGED_POLICY_LIMIT = 6144

/** The longest values that there are. */
const LONGEST = {
  partition: 'aws-us-gov',
  region: 'ap-southeast-1',
  account: '123456789012',
  link: 'x'.repeat(64),
}

const name = (length: number) => fc.stringMatching(new RegExp(`^[a-z]{1,${length}}$`))
const permission = fc.record({
  action: name(20).map((each) => `dynamodb:${each}`),
  resources: fc.array(
    name(60).map(
      (each) => `arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/${each}`,
    ),
    { minLength: 1, maxLength: 60, size: 'max' },
  ),
  chain: fc.constant([]),
})
const needs: fc.Arbitrary<Needs> = fc.array(permission, { maxLength: 30, size: 'max' })

const allowed = (
  statements: ReadonlyArray<{
    readonly Action: ReadonlyArray<string>
    readonly Resource: ReadonlyArray<string>
  }>,
): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
    ),
  )

test('a policy in pieces allows what is needed and nothing else, in pieces that IAM takes', () => {
  const seen = { inline: 0, managed: 0, refused: 0 }
  fc.assert(
    fc.property(needs, fc.integer({ min: 0, max: 4000 }), (all, taken) => {
      const pieces = policyPieces(all, taken)
      if (isLeft(pieces)) {
        seen.refused++
        // 8 policies that are at least half full each.
        expect(pieces.left).toBeGreaterThan(4 * MANAGED_POLICY_LIMIT)
        return
      }
      const { kind, documents } = pieces.right
      seen[kind]++
      const sizes = documents.map((document) =>
        policySize({
          ...document,
          Statement: document.Statement.map((each) => ({
            ...each,
            Resource: each.Resource.map((resource) => fillResource(resource, ({ kind }) => LONGEST[kind])),
          })),
        }),
      )
      if (kind === 'inline') {
        expect(documents.length).toBeLessThanOrEqual(1)
        expect((sizes[0] ?? 0) + (sizes[0] === undefined ? 0 : taken)).toBeLessThanOrEqual(
          INLINE_POLICY_LIMIT,
        )
      } else {
        expect(documents.length).toBeLessThanOrEqual(8)
        for (const size of sizes) expect(size).toBeLessThanOrEqual(MANAGED_POLICY_LIMIT)
      }
      const wanted = all.map(({ action, resources }) => ({ Action: [action], Resource: resources }))
      expect(allowed(documents.flatMap(({ Statement }) => Statement))).toEqual(allowed(wanted))
    }),
    { numRuns: 60, endOnFailure: true },
  )
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0)
})

test('nothing needed is no policy', () => {
  expect(policyPieces([], 0)).toMatchObject({ right: { documents: [] } })
})
