import fc from 'fast-check'
import { expect, it } from 'vitest'
import { permissionsOf } from '../../../../deploy/policy/actions/permissions.ts'
import type { Hole, Known } from '../../../../deploy/policy/known.ts'
import { installedClients, operationsOf } from '../../../../scripts/iam-data.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 20_000)

const operations = [
  ...installedClients(),
  'dynamodb-streams',
  'ses',
  'glue',
  'rekognition',
  'no-such',
].flatMap((client) =>
  [...operationsOf(client), 'NoSuchOperation', 'Query'].map((operation) => ({ client, operation })),
)

const word = fc.constantFrom(
  ...[
    'a',
    'users',
    'b--x-s3',
    '/a/b/',
    'a/b',
    'alias/x',
    'eu-west-1_abc',
    'A <a@b.org>',
    '',
    '*',
    '?',
    ':',
    '/',
    '%',
    '%zz',
  ],
  ...[
    'arn:aws:s3:::b',
    'arn:aws:sns:eu-west-1:123456789012:t',
    'arn:aws:s3:eu-west-1:1:accesspoint/p',
    'arn:',
    'arn:aws',
    `\${`,
    `\${x}`,
  ],
  ...[
    'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
    'SELECT * FROM "a"."b"',
    'UPDATE',
    'COPY',
    '__proto__',
  ],
)
const hole: fc.Arbitrary<Hole> = fc.oneof(
  fc.constant<Hole>({ kind: 'run-time' }),
  fc.constantFrom('TABLE', 'AWS_REGION').map((name): Hole => ({ kind: 'environment', name })),
  fc.constantFrom('arn', 'name', 'url').map((property): Hole => ({ kind: 'link', name: 'Thing', property })),
)
const text: fc.Arbitrary<Known> = fc
  .array(fc.oneof(word, hole), { maxLength: 3 })
  .map((parts) => ({ kind: 'text', parts }))

// The fields that rules look at, and some that they do not.
const FIELDS =
  `Bucket Key VersionId Tagging CopySource Delete Objects TableName IndexName RequestItems TransactItems Put
  Get Statement Statements TransactStatements QueueUrl QueueName TopicArn PhoneNumber FunctionName Qualifier Entries
  EventBusName Name Names Path Rule stateMachineArn executionArn SecretId SecretIdList KeyId AliasName StreamName
  modelId guardrailConfig guardrailIdentifier cluster tasks service taskDefinition RoleArn resourceArn secretArn
  WorkGroup GroupName ConnectionId topic thingName shadowName logGroupName logStreamName UserPoolId ResourceArn
  FromEmailAddress Content Template TemplateName ResourceType ResourceId constructor`.split(/\s+/)

const { known } = fc.letrec<{ known: Known }>((tie) => ({
  known: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom<Known>(
      { kind: 'unknown' },
      { kind: 'literal', value: undefined },
      { kind: 'literal', value: 7 },
      { kind: 'literal', value: true },
    ),
    fc
      .tuple(fc.array(fc.tuple(fc.constantFrom(...FIELDS), tie('known')), { maxLength: 5 }), fc.boolean())
      .map(([fields, isOpen]): Known => ({ kind: 'record', fields: new Map(fields), isOpen })),
    fc
      .tuple(fc.array(tie('known'), { maxLength: 3 }), fc.boolean())
      .map(([items, isOpen]): Known => ({ kind: 'list', items, isOpen })),
    fc.array(tie('known'), { maxLength: 3 }).map((of): Known => ({ kind: 'choice', of })),
  ),
}))

// A link's own ARN is known once it is deployed, and stands for all before it.
const LINKED = `\${Resource.Thing.arn}`

const isArn = (resource: string): boolean =>
  resource === '*' ||
  resource.startsWith(LINKED) ||
  /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/s.test(resource.replaceAll(/\$\{AWS::\w+\}/g, 'x'))

it('is an ARN or `*`, whatever an input says, and each has a reason to be as wide as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...operations),
      known,
      fc.oneof(fc.constant<Known>({ kind: 'unknown' }), text),
      (of, input, region) => {
        const { permissions, unresolved } = permissionsOf({ ...of, input, region })
        for (const { action, resources } of permissions) {
          expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]+$/)
          expect(resources.length).toBeGreaterThan(0)
          for (const resource of resources) {
            expect(resource).not.toContain('**')
            expect(resource, `${action} ${resource}`).toSatisfy(isArn)
          }
        }
        for (const why of unresolved) expect(why).toMatch(/\.$/)
      },
    ),
    { numRuns: RUNS },
  )
})
