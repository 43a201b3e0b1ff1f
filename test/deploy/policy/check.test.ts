import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isGrantable, matchingActions } from '../../../deploy/policy/catalog.ts'
import { differenceLines, differenceOf, LAMBDA_OWN, openLines } from '../../../deploy/policy/check.ts'
import type { DerivedPermission } from '../../../deploy/policy/derivation.ts'
import { policyDocument } from '../../../deploy/policy/document.ts'
import { readPolicyDocument } from '../../../deploy/policy/grant.ts'
import type { Told } from '../../../deploy/policy/unknown-links.ts'
import { bucket, derivation, need, table, unknown } from './written-needs.ts'

/** Nothing is told of region, account and links. */
const little: Told = ({ kind }) => (kind === 'partition' ? 'aws' : undefined)
const here: Told = ({ kind }) =>
  ({ partition: 'aws', region: 'eu-central-1', account: '123456789012', link: undefined })[kind]

const policy = (...Statement: ReadonlyArray<object>): object => ({ Version: '2012-10-17', Statement })
const statement = (Action: unknown, Resource: unknown, rest: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
})

const objects = bucket('photos', '/*')
const read = need('s3:GetObject', objects, 3)
const write = need('s3:PutObject', objects, 5)
const query = need('dynamodb:Query', table('users'), 7)

const lines = (
  needs: ReadonlyArray<DerivedPermission>,
  document: object,
  told: Told = little,
): ReadonlyArray<string> => {
  const { grants, mistakes } = readPolicyDocument(document)
  expect(mistakes).toEqual([])
  return differenceLines(differenceOf(derivation({ 'GET /': needs }), told, grants))
}

const ours = 'arn:aws:s3:::photos/*'
const users = 'arn:aws:dynamodb:eu-central-1:123456789012:table/users'

type Row = readonly [string, ReadonlyArray<DerivedPermission>, object, Told?]

const right: ReadonlyArray<Row> = [
  ['a text in the place of a list', [read], policy(statement('s3:GetObject', ours))],
  ['one statement without a list', [read], { Statement: statement(['s3:GetObject'], [ours]) }],
  ['actions in another case', [read], policy(statement('S3:getobject', ours))],
  [
    'several statements',
    [read, write, query],
    policy(
      statement('s3:GetObject', ours),
      statement('s3:PutObject', ours),
      statement('dynamodb:Query', users),
    ),
  ],
  ['a region and an account that are not told', [query], policy(statement('dynamodb:Query', users))],
  [
    'any region and account',
    [query],
    policy(statement('dynamodb:Query', 'arn:aws:dynamodb:*:*:table/users')),
  ],
  ['a region and an account that are told', [query], policy(statement('dynamodb:Query', users)), here],
  [
    'the name of a link that is not told',
    [need('s3:GetObject', bucket(`\${Resource.Photos.name}`, '/*'))],
    policy(statement('s3:GetObject', 'arn:aws:s3:::photos-prod-4711/*')),
  ],
  [
    'a link that is not told beside a bucket',
    [read, need('s3:GetObject', bucket(`\${Resource.P.name}`, '/*'))],
    policy(statement('s3:GetObject', [ours, 'arn:aws:s3:::other/*'])),
  ],
  [
    'a secret with the signs after its name, the same as any',
    [need('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:db-??????')],
    policy(statement('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:db-a1B2c3')),
  ],
  [
    'a wildcard that stands for what is needed alone',
    [need('dynamodb:BatchGetItem', table('users'))],
    policy(statement('dynamodb:BatchGet*', users)),
  ],
  ['a wildcard that is needed', [need('s3:Get*', objects)], policy(statement('s3:Get*', ours))],
  ["the log and the traces, which are Lambda's own", [], policy(statement(LAMBDA_OWN, '*'))],
  [
    'actions and resources in lists of which some pairs grant nothing',
    [read, need('s3:ListBucket', bucket('photos'))],
    policy(statement(['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::photos', ours])),
  ],
  [
    'a table and its indexes',
    [
      need('dynamodb:GetItem', table('users')),
      need('dynamodb:Query', [table('users'), table('users/index/byName')]),
    ],
    policy(statement(['dynamodb:GetItem', 'dynamodb:Query'], [users, `${users}/index/byName`])),
  ],
  [
    'a denial of what is not needed',
    [read],
    policy(statement('s3:GetObject', ours), { ...statement('s3:Delete*', '*'), Effect: 'Deny' }),
  ],
  [
    'more that is denied again',
    [read],
    policy(statement(['s3:GetObject', 's3:PutObject'], ours), {
      ...statement('s3:Put*', 'arn:aws:s3:::photos/*'),
      Effect: 'Deny',
    }),
  ],
  [
    'a denial under a condition',
    [read],
    policy(statement('s3:GetObject', ours), {
      ...statement('s3:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      Effect: 'Deny',
    }),
  ],
  [
    'an action that has no resources',
    [need('sts:GetCallerIdentity', '*')],
    policy(statement('sts:GetCallerIdentity', '*')),
  ],
  ['nothing', [], { Statement: [] }],
]

describe('a policy is right with', () => {
  it.each(right.map(([name, needs, document, told]) => ({ name, needs, document, told })))(
    '$name',
    ({ needs, document, told }) => {
      expect(lines(needs, document, told)).toEqual([])
    },
  )
})

const wrong: ReadonlyArray<
  readonly [string, ReadonlyArray<DerivedPermission>, object, ReadonlyArray<string>, Told?]
> = [
  [
    'an action that is missing',
    [read, write],
    policy(statement('s3:GetObject', ours)),
    ['lacks s3:PutObject on arn:aws:s3:::photos/*: GET /, app.ts:5'],
  ],
  [
    'a resource that is missing',
    [read, need('s3:GetObject', bucket('other', '/*'), 9)],
    policy(statement('s3:GetObject', ours)),
    ['lacks s3:GetObject on arn:aws:s3:::other/*: GET /, app.ts:9'],
  ],
  [
    'a narrower resource',
    [read],
    policy(statement('s3:GetObject', 'arn:aws:s3:::photos/a/*')),
    ['lacks s3:GetObject on arn:aws:s3:::photos/*: GET /, app.ts:3'],
  ],
  [
    'the bucket in the place of its objects',
    [read],
    policy(statement('s3:GetObject', 'arn:aws:s3:::photos')),
    ['lacks s3:GetObject on arn:aws:s3:::photos/*: GET /, app.ts:3'],
  ],
  [
    'another region than the one that is told',
    [query],
    policy(statement('dynamodb:Query', users.replace('eu-central-1', 'us-east-1'))),
    [
      'lacks dynamodb:Query on arn:aws:dynamodb:eu-central-1:123456789012:table/users: GET /, app.ts:7',
      'exceeds dynamodb:Query on arn:aws:dynamodb:us-east-1:123456789012:table/users: Statement 1; nothing needs it',
    ],
    here,
  ],
  [
    'an action that is too much',
    [read],
    policy(statement(['s3:GetObject', 's3:DeleteObject'], ours, { Sid: 'Photos' })),
    ['exceeds s3:DeleteObject on arn:aws:s3:::photos/*: Statement 1 (Photos); nothing needs it'],
  ],
  [
    'an action that nobody knows',
    [read],
    policy(statement(['s3:GetObject', 's3:GetObjekt', 'nowhere:Do*'], ours)),
    [
      'exceeds s3:GetObjekt on arn:aws:s3:::photos/*: Statement 1; nothing needs it',
      'exceeds nowhere:Do* on arn:aws:s3:::photos/*: Statement 1; nothing needs it',
    ],
  ],
  [
    'all actions of a service',
    [read, write],
    policy(statement('s3:*', ours)),
    [
      'exceeds s3:* on arn:aws:s3:::photos/*: Statement 1; enough is s3:GetObject on arn:aws:s3:::photos/*, s3:PutObject on arn:aws:s3:::photos/*',
    ],
  ],
  [
    'everything',
    [read],
    policy(statement('*', '*')),
    ['exceeds * on *: Statement 1; enough is s3:GetObject on arn:aws:s3:::photos/*'],
  ],
  [
    'a wider resource',
    [read],
    policy(statement('s3:GetObject', 'arn:aws:s3:::*')),
    ['exceeds s3:GetObject on arn:aws:s3:::*: Statement 1; enough is s3:GetObject on arn:aws:s3:::photos/*'],
  ],
  [
    'any region where one is told',
    [query],
    policy(statement('dynamodb:Query', 'arn:aws:dynamodb:*:123456789012:table/users')),
    [
      `exceeds dynamodb:Query on arn:aws:dynamodb:*:123456789012:table/users: Statement 1; enough is dynamodb:Query on ${users}`,
    ],
    here,
  ],
  [
    'actions on what only others of them need',
    [need('s3:GetObject', bucket('in', '/*')), need('s3:PutObject', bucket('out', '/*'))],
    policy(statement(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::in/*', 'arn:aws:s3:::out/*'])),
    [
      'exceeds s3:GetObject on arn:aws:s3:::out/*: Statement 1; nothing needs it',
      'exceeds s3:PutObject on arn:aws:s3:::in/*: Statement 1; nothing needs it',
    ],
  ],
  [
    'more of the log than Lambda itself writes',
    [],
    policy(statement('logs:*', '*')),
    ['exceeds logs:* on *: Statement 1; nothing needs it'],
  ],
  [
    'a denial of what is needed',
    [read],
    policy(statement('s3:GetObject', ours), {
      ...statement('s3:*', 'arn:aws:s3:::photos/private/*'),
      Effect: 'Deny',
    }),
    ['lacks s3:GetObject on arn:aws:s3:::photos/*: GET /, app.ts:3; Statement 2 denies it'],
  ],
  [
    'a suffix that is not one of a secret',
    [need('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:db-??????')],
    policy(statement('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:mail-a1B2c3')),
    [
      'lacks secretsmanager:GetSecretValue on arn:aws:secretsmanager:*:*:secret:db-*: GET /, app.ts:1',
      'exceeds secretsmanager:GetSecretValue on arn:aws:secretsmanager:*:*:secret:mail-a1B2c3: Statement 1; nothing needs it',
    ],
  ],
]

describe('a policy is wrong with', () => {
  it.each(
    wrong.map(([name, needs, document, expected, told]) => ({ name, needs, document, expected, told })),
  )('$name', ({ needs, document, expected, told }) => {
    expect(lines(needs, document, told)).toEqual(expected)
  })

  it('what code needs as it starts, which is said once', () => {
    const derived = derivation({ 'GET /': [], 'GET /b': [] }, { always: [read] })
    const { grants } = readPolicyDocument(policy(statement('logs:PutLogEvents', '*')))
    expect(differenceLines(differenceOf(derived, little, grants))).toEqual([
      'lacks s3:GetObject on arn:aws:s3:::photos/*: every call, app.ts:3',
    ])
  })
})

describe('what the source leaves open', () => {
  const any = need('dynamodb:Query', table('*'), 7)
  const why = 'TABLE is not known.'
  const compared = (needs: ReadonlyArray<DerivedPermission>, resource: string) => {
    const { grants } = readPolicyDocument(policy(statement('dynamodb:Query', resource)))
    const unresolved = [{ file: 'app.ts', line: 7, why, routes: [] }]
    const difference = differenceOf({ ...derivation({ 'GET /': needs }), unresolved }, here, grants)
    return { open: openLines(difference), wrong: differenceLines(difference) }
  }
  const wanted = 'dynamodb:Query on arn:aws:dynamodb:eu-central-1:123456789012:table/*: GET /, app.ts:7'

  it('cannot be compared with a name that it may be', () => {
    expect(compared([any], users)).toEqual({ open: [`cannot be compared: ${wanted}: ${why}`], wrong: [] })
  })

  it('is right where a policy allows all of it', () => {
    expect(compared([any], users.replace('users', '*'))).toEqual({ open: [], wrong: [] })
  })

  it('is lacking where a policy allows nothing that it may be', () => {
    expect(compared([any], users.replace('eu-central-1', 'eu-west-1')).wrong).toContain(`lacks ${wanted}`)
  })

  it('is lacking where another place needs all of it', () => {
    const all = need('dynamodb:Query', table('*'), 9)
    expect(compared([any, all], users)).toEqual({ open: [], wrong: [`lacks ${wanted}`] })
  })
})

const unreadable: ReadonlyArray<readonly [string, unknown, ReadonlyArray<string>]> = [
  ['a list', [], ['It is no policy: it has no Statement.']],
  ['an object of something else', { statement: [] }, ['It is no policy: it has no Statement.']],
  ['a statement that is none', { Statement: ['s3:*'] }, ['Statement 1 is no object.']],
  [
    'NotAction and NotResource',
    policy(
      { Effect: 'Allow', NotAction: 's3:*', Resource: '*' },
      { Sid: 'Rest', Effect: 'Deny', Action: 's3:*', NotResource: ours },
    ),
    [
      'Statement 1 has NotAction, which cannot be compared with what a source needs: write Action instead.',
      'Statement 2 (Rest) has NotResource, which cannot be compared with what a source needs: write Resource instead.',
    ],
  ],
  [
    'fields that a role has not',
    policy(statement('s3:GetObject', '*', { Principal: '*', Acton: 's3:*' })),
    [
      "Statement 1 has Principal, which a role's policy has not.",
      "Statement 1 has Acton, which a role's policy has not.",
    ],
  ],
  [
    'what is not there',
    policy({}, statement([], [3])),
    [
      'Statement 1 has an Effect that is neither Allow nor Deny.',
      'Statement 1 has no Action: it is a text or a list of texts.',
      'Statement 1 has no Resource: it is a text or a list of texts.',
      'Statement 2 has no Action: it is a text or a list of texts.',
      'Statement 2 has no Resource: it is a text or a list of texts.',
    ],
  ],
  [
    'an action without a service',
    policy(statement(['GetObject', 's3: Get'], '*')),
    [
      "Statement 1 has the action 'GetObject': write it as s3:GetObject.",
      "Statement 1 has the action 's3: Get': write it as s3:GetObject.",
    ],
  ],
]

describe('a policy cannot be compared with', () => {
  it.each(unreadable)('%s', (_, document, mistakes) => {
    expect(readPolicyDocument(document).mistakes).toEqual(mistakes)
  })
})

describe('what IAM knows', () => {
  it('is which actions a wildcard stands for', () => {
    expect(matchingActions('dynamodb:batchget*')).toEqual(['dynamodb:BatchGetItem'])
    expect(matchingActions('s3:*')?.length).toBeGreaterThan(100)
    expect(matchingActions('nowhere:*')).toBe(undefined)
  })

  it.each([
    ['s3:ListBucket', 'arn:aws:s3:::photos', true],
    ['s3:ListBucket', 'arn:aws:s3:::photos*', true],
    ['s3:ListBucket', 'arn:aws:s3:::photos/*', false],
    ['s3:GetObject', 'arn:aws:s3:::photos', false],
    ['s3:GetObject', 'arn:aws:s3:::photos*', true],
    ['s3:GetObject', '*', true],
    ['s3:GetObject', 'arn:aws:s3:::photos/a', true],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/users', true],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/users/index/*', false],
    ['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/users/index/*', true],
    ['dynamodb:GetItem', 'arn:aws:s3:::photos', false],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::*', true],
    ['nowhere:Do', 'arn:aws:nowhere:::a', true],
  ])('is whether %s can be granted on %s: %j', (action, resource, expected) => {
    expect(isGrantable(action, resource)).toBe(expected)
  })
})

const anyAction = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  'dynamodb:Query',
  'sqs:SendMessage',
)
const anyResource = fc
  .array(fc.constantFrom('a', 'b', '*', '/'), { minLength: 1, maxLength: 5 })
  .map((signs) => signs.join(''))
  .chain((name) =>
    fc.constantFrom(bucket(name), table(name), '*', bucket(`\${Resource.Photos.name}`, `/${name}`)),
  )
const anyNeeds = fc.array(
  fc
    .record({ action: anyAction, resources: fc.array(anyResource, { minLength: 1, maxLength: 3 }) })
    .map(({ action, resources }) => need(action, resources)),
  { maxLength: 6 },
)

test('the policy that is printed is right, whatever is needed', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      expect(lines(needs, policyDocument(needs, unknown))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a policy without one of its statements lacks what is in it alone', () => {
  fc.assert(
    fc.property(anyNeeds, fc.nat(), (needs, at) => {
      const told: Told = (placeholder) => (placeholder.kind === 'link' ? 'linked' : unknown(placeholder))
      const { Statement } = policyDocument(needs, (placeholder) => told(placeholder) ?? '*')
      fc.pre(Statement.length > 0)
      const rest = Statement.filter((_, index) => index !== at % Statement.length)
      const [gone] = Statement.filter((each) => !rest.includes(each))
      const found = lines(needs, { Statement: rest }, told)
      expect(
        found.every((line) => gone?.Action.some((action) => line.startsWith(`lacks ${action} on`))),
      ).toBe(true)
      expect(found.length).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})
