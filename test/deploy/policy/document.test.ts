import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { policyDocument } from '../../../deploy/policy/document.ts'
import type { Permission } from '../../../deploy/policy/permission.ts'
import { fillResource, placeholdersOf } from '../../../deploy/policy/placeholder.ts'
import { INLINE_POLICY_LIMIT, oversize, policySize } from '../../../deploy/policy/policy-size.ts'
import { bucket, need, table, unknown } from './written-needs.ts'

const allow = (Action: ReadonlyArray<string>, Resource: ReadonlyArray<string>) => ({
  Effect: 'Allow',
  Action,
  Resource,
})

const statements = (...needs: ReadonlyArray<Permission>) => policyDocument(needs, unknown).Statement

describe('the document', () => {
  it('has a version, and for no needs no statement', () => {
    expect(policyDocument([], unknown)).toEqual({ Version: '2012-10-17', Statement: [] })
  })

  it('has actions on the same resources in one statement, sorted', () => {
    expect(
      statements(
        need('s3:PutObject', bucket('photos', '/*')),
        need('dynamodb:PutItem', table('photos')),
        need('s3:GetObject', bucket('photos', '/*')),
        need('s3:PutObject', bucket('photos', '/*')),
      ),
    ).toEqual([
      allow(['dynamodb:PutItem'], ['arn:aws:dynamodb:*:*:table/photos']),
      allow(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::photos/*']),
    ])
  })

  it('joins the resources of an action, sorted, and no two actions whose resources differ', () => {
    expect(
      statements(
        need('s3:GetObject', [bucket('b', '/*'), bucket('a', '/*')]),
        need('s3:GetObject', bucket('c', '/*')),
        need('s3:PutObject', [bucket('a', '/*'), bucket('b', '/*')]),
      ),
    ).toEqual([
      allow(['s3:GetObject'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::c/*']),
      allow(['s3:PutObject'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']),
    ])
  })

  it.each([
    [['/photos/1', '/photos/*'], ['/photos/*']],
    [['/photos/*', '/photos/*/large'], ['/photos/*']],
    [['/photos/?', '/photos/1'], ['/photos/?']],
    [
      ['/photos/?', '/photos/12'],
      ['/photos/12', '/photos/?'],
    ],
    [
      ['/photos/1', '/photo*/2'],
      ['/photo*/2', '/photos/1'],
    ],
    [['/*', '/*', '/a'], ['/*']],
    [['/a?*', '/a*?'], ['/a*?']],
  ])('leaves out a resource that another one covers: %j', (keys, kept) => {
    expect(
      statements(
        need(
          's3:GetObject',
          keys.map((key) => bucket('b', key)),
        ),
      ),
    ).toEqual([
      allow(
        ['s3:GetObject'],
        kept.map((key) => `arn:aws:s3:::b${key}`),
      ),
    ])
  })

  it('leaves out an action that a wider one covers on the same resources, and no other', () => {
    expect(
      statements(
        need('s3:Get*', bucket('b', '/*')),
        need('s3:GetObject', bucket('b', '/a')),
        need('s3:GetObjectAcl', bucket('c', '/a')),
      ),
    ).toEqual([allow(['s3:Get*'], ['arn:aws:s3:::b/*']), allow(['s3:GetObjectAcl'], ['arn:aws:s3:::c/a'])])
  })

  it('fills the placeholders that are its own, and leaves the variables of IAM alone', () => {
    const resource = `arn:\${AWS::Partition}:s3:::\${Resource.Photos.name}/\${aws:username}/*`
    expect(placeholdersOf(resource)).toEqual([
      { kind: 'partition' },
      { kind: 'link', name: 'Photos', property: 'name' },
    ])
    const fill = (placeholder: { readonly kind: string }) => (placeholder.kind === 'link' ? '$&-1' : 'aws-cn')
    expect(fillResource(resource, fill)).toBe(`arn:aws-cn:s3:::$&-1/\${aws:username}/*`)
    expect(placeholdersOf(table('t')).map(({ kind }) => kind)).toEqual(['partition', 'region', 'account'])
  })
})

describe("a link's property", () => {
  const linked = (resource: string, value: string) =>
    fillResource(resource, (placeholder) => (placeholder.kind === 'link' ? value : unknown(placeholder)))
  const queue = `arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:\${Resource.Orders.url}`

  it.each([
    [table(`\${Resource.Users.name}/index/byName`), 'users', 'arn:aws:dynamodb:*:*:table/users/index/byName'],
    [bucket(`\${Resource.Photos.arn}`, '/*'), 'arn:aws-cn:s3:::photos', 'arn:aws-cn:s3:::photos/*'],
    [
      `\${Resource.Topic.arn}`,
      'arn:aws:sns:us-east-1:123456789012:t',
      'arn:aws:sns:us-east-1:123456789012:t',
    ],
    [
      queue,
      'https://sqs.us-east-1.amazonaws.com/123456789012/orders.fifo',
      'arn:aws:sqs:us-east-1:123456789012:orders.fifo',
    ],
    [queue, 'http://127.0.0.1:9324/000000000000/orders', 'arn:aws:sqs:*:000000000000:orders'],
    [queue, 'orders', 'arn:aws:sqs:*:*:orders'],
  ])('%s with %s is %s', (resource, value, filled) => {
    expect(linked(resource, value)).toBe(filled)
  })
})

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:Get*', 'sqs:SendMessage', 'dynamodb:Query')
const resource = fc
  .array(fc.constantFrom('a', 'b', '*', '?', '/'), { maxLength: 5 })
  .map((signs) => bucket(signs.join('')))
const needs = fc.array(
  fc
    .record({ action, resources: fc.array(resource, { minLength: 1, maxLength: 4 }) })
    .map(({ action, resources }) => need(action, resources)),
  { maxLength: 8 },
)

test('the order in which needs come is not in the document, nor how often', () => {
  fc.assert(
    fc.property(
      needs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const document = policyDocument(all, unknown)
        expect(policyDocument([...shuffled, ...all], unknown)).toEqual(document)
      },
    ),
  )
})

/** Whether a text is one that a pattern of IAM stands for, by the letter of IAM's page. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${[...pattern].map((sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : `\\u{${sign.codePointAt(0)?.toString(16)}}`)).join('')}$`,
    'u',
  ).test(text)

test('what is needed is allowed, and nothing beside it', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', '/'), { maxLength: 6 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(needs, texts, (all, text) => {
      const asked = `arn:aws:s3:::${text}`
      const allowedOf = (permissions: ReadonlyArray<readonly [string, ReadonlyArray<string>]>) =>
        ['s3:GetObject', 's3:PutObject', 's3:GetBucketAcl', 'sqs:SendMessage', 'dynamodb:Query'].filter(
          (each) =>
            permissions.some(
              ([allowed, places]) => matches(allowed, each) && places.some((place) => matches(place, asked)),
            ),
        )
      const granted = policyDocument(all, unknown).Statement.flatMap(({ Action, Resource }) =>
        Action.map((each) => [each, Resource] as const),
      )
      const needed = all.map(
        ({ action: each, resources }) =>
          [each, resources.map((place) => fillResource(place, unknown))] as const,
      )
      expect(allowedOf(granted)).toEqual(allowedOf(needed))
    }),
    { numRuns: 500 },
  )
})

describe('the size', () => {
  const named = (name: string) => policyDocument([need('s3:GetObject', bucket(name, '/*'))], unknown)

  it('counts what IAM counts: no white space', () => {
    expect(policySize(named('a b'))).toBe(JSON.stringify(named('a b')).length - 1)
  })

  it('is said where IAM would refuse the policy, and only there', () => {
    const rest = 'x'.repeat(INLINE_POLICY_LIMIT - policySize(named('')))
    expect(oversize(named(rest))).toBe(undefined)
    expect(oversize(named(`${rest}x`))).toMatch(/^The policy has 10,241 characters, and IAM takes 10,240 /)
  })
})

it("a queue's URL says its partition with its region", () => {
  const url = 'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/jobs'
  const filled = fillResource(`arn:\${AWS::Partition}:sqs:*:*:\${Resource.Jobs.url}`, ({ kind }) =>
    kind === 'link' ? url : 'aws',
  )
  expect(filled).toBe('arn:aws-cn:sqs:cn-north-1:123456789012:jobs')
})
