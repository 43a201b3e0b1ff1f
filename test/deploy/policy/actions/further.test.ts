import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { arn, compared, env, link, needed, type Row, RUN, s3, t, titled } from './known-input.ts'

// Fields that ask for more than the operation's own action, and resources that IAM names otherwise than the input does.

const role = 'arn:aws:iam::123456789012:role/r'
const machine = 'arn:aws:states:eu-west-1:123456789012:stateMachine:m'
const key = 'arn:aws:kms:eu-west-1:123456789012:key/k'
const queue = arn('batch', 'job-queue/q')
const jobs = arn('batch', 'job/*')
const zone = (rest: string): string => `arn:\${AWS::Partition}:route53:::${rest}`

const ROWS: ReadonlyArray<Row> = [
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', IfMatch: RUN },
    needs: { 's3:PutObject': s3('b/k'), 's3:GetObject': s3('b/k') },
  },
  {
    call: 's3 PutObject',
    input: { Bucket: 'b', Key: 'k', IfNoneMatch: '*' },
    needs: { 's3:PutObject': s3('b/k') },
  },
  {
    call: 's3 CompleteMultipartUpload',
    input: { Bucket: 'b', Key: 'k', IfMatch: RUN },
    needs: { 's3:PutObject': s3('b/k'), 's3:GetObject': s3('b/k') },
  },
  {
    call: 's3 DeleteObject',
    input: { Bucket: 'b', Key: 'k', IfMatch: RUN },
    needs: { 's3:DeleteObject': s3('b/k'), 's3:GetObject': s3('b/k') },
  },
  {
    call: 's3 DeleteObjects',
    input: { Bucket: 'b', Delete: { Objects: [{ Key: 'a', ETag: RUN }, { Key: 'c' }] } },
    needs: { 's3:DeleteObject': [s3('b/a'), s3('b/c')], 's3:GetObject': s3('b/a') },
  },
  {
    call: 'sfn StartExecution',
    input: { stateMachineArn: `${machine}:PROD` },
    needs: { 'states:StartExecution': machine },
  },
  {
    call: 'sfn StartSyncExecution',
    input: { stateMachineArn: t`arn:aws:states:${env('AWS_REGION')}:123456789012:stateMachine:m-${RUN}:3` },
    needs: { 'states:StartSyncExecution': `arn:aws:states:\${AWS::Region}:123456789012:stateMachine:m-*` },
  },
  {
    call: 'sfn StartExecution',
    input: { stateMachineArn: t`arn:aws:states:eu-west-1:123456789012:stateMachine:m-${env('AWS_REGION')}` },
    needs: {
      'states:StartExecution': `arn:aws:states:eu-west-1:123456789012:stateMachine:m-\${AWS::Region}`,
    },
  },
  {
    call: 'sfn UpdateStateMachine',
    input: { stateMachineArn: machine, roleArn: role, publish: true },
    needs: {
      'states:UpdateStateMachine': machine,
      'states:PublishStateMachineVersion': machine,
      'iam:PassRole': role,
    },
  },
  {
    call: 'sfn TestState',
    input: { definition: RUN, roleArn: role, revealSecrets: true },
    needs: { 'states:TestState': '*', 'states:RevealSecrets': '*', 'iam:PassRole': role },
  },
  {
    call: 'cloudwatch-logs FilterLogEvents',
    input: { logGroupName: '/g', unmask: true },
    needs: {
      'logs:FilterLogEvents': arn('logs', 'log-group:/g:*'),
      'logs:Unmask': arn('logs', 'log-group:/g:*'),
    },
  },
  {
    call: 'secrets-manager CreateSecret',
    input: { Name: 'a', AddReplicaRegions: [{ Region: 'eu-west-3' }] },
    needs: {
      'secretsmanager:CreateSecret': arn('secretsmanager', 'secret:a-??????'),
      'secretsmanager:ReplicateSecretToRegions': arn('secretsmanager', 'secret:a-??????'),
    },
  },
  {
    call: 'secrets-manager UpdateSecret',
    input: { SecretId: 'a', KmsKeyId: key },
    needs: {
      'secretsmanager:UpdateSecret': arn('secretsmanager', 'secret:a-??????'),
      'kms:Decrypt': key,
      'kms:Encrypt': key,
      'kms:GenerateDataKey': key,
    },
  },
  {
    call: 'ssm GetParameters',
    input: { Names: ['a', '/aws/service/global-infrastructure/version'] },
    needs: {
      'ssm:GetParameters': [
        arn('ssm', 'parameter/a'),
        arn('ssm', 'parameter/aws/service/global-infrastructure/version', `\${AWS::Region}`, ''),
      ],
    },
  },
  {
    call: 'ssm GetParametersByPath',
    input: { Path: '/aws/service/list' },
    needs: {
      'ssm:GetParametersByPath': [
        arn('ssm', 'parameter/aws/service/list', `\${AWS::Region}`, ''),
        arn('ssm', 'parameter/aws/service/list/*', `\${AWS::Region}`, ''),
      ],
    },
  },
  {
    call: 'batch SubmitJob',
    input: { jobQueue: 'q', jobDefinition: 'd' },
    needs: { 'batch:SubmitJob': [queue, jobs, arn('batch', 'job-definition/d:*')] },
  },
  {
    call: 'batch SubmitJob',
    input: { jobQueue: 'q', jobDefinition: 'd:3' },
    needs: { 'batch:SubmitJob': [queue, jobs, arn('batch', 'job-definition/d:3')] },
  },
  {
    call: 'batch SubmitJob',
    input: { jobQueue: 'q', jobDefinition: link('Job', 'arn') },
    needs: { 'batch:SubmitJob': [queue, jobs, `\${Resource.Job.arn}`, `\${Resource.Job.arn}:*`] },
  },
  {
    call: 'route-53 ChangeResourceRecordSets',
    input: { HostedZoneId: '/hostedzone/Z' },
    needs: { 'route53:ChangeResourceRecordSets': zone('hostedzone/Z') },
  },
  {
    call: 'eventbridge PutEvents',
    input: { EndpointId: 'e.f', Entries: [{ EventBusName: 'b' }] },
    needs: { 'events:PutEvents': arn('events', 'event-bus/b', '*') },
    says: ['every region is allowed'],
  },
  {
    call: 'route-53 GetChange',
    input: { Id: '/change/C' },
    needs: { 'route53:GetChange': zone('change/C') },
  },
  {
    call: 'appconfigdata StartConfigurationSession',
    input: {
      ApplicationIdentifier: 'orders',
      EnvironmentIdentifier: 'prod',
      ConfigurationProfileIdentifier: 'a1b2c3d',
    },
    needs: {
      'appconfig:StartConfigurationSession': arn(
        'appconfig',
        'application/*/environment/*/configuration/a1b2c3d',
      ),
    },
    says: ['ApplicationIdentifier of', 'EnvironmentIdentifier of'],
  },
  {
    call: 'sagemaker-runtime InvokeEndpoint',
    input: { EndpointName: t`Big-${link('Model', 'Name')}`, InferenceComponentName: 'c' },
    needs: {
      'sagemaker:InvokeEndpoint': [
        arn('sagemaker', `endpoint/Big-\${Resource.Model.Name}`),
        arn('sagemaker', `endpoint/big-\${Resource.Model.Name}`),
        arn('sagemaker', 'inference-component/c'),
      ],
    },
  },
  {
    call: 'ses SendBounce',
    input: { BounceSender: 'a@b.com' },
    needs: { 'ses:SendBounce': [arn('ses', 'identity/a@b.com'), arn('ses', 'identity/b.com')] },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: env('AWS_LAMBDA_FUNCTION_NAME') },
    needs: { 'lambda:InvokeFunction': arn('lambda', 'function:*') },
    says: ["is the function's own name, which only deployment decides"],
  },
  { call: 'cognito-identity GetId', input: { IdentityPoolId: 'p' }, needs: {} },
]

const tagged = (call: string, input: Row['input'], on: string, ...actions: ReadonlyArray<string>): Row => ({
  call,
  input,
  needs: Object.fromEntries(actions.map((action) => [action, on])),
})

const TAGGED: ReadonlyArray<Row> = [
  tagged(
    'dynamodb CreateTable',
    { TableName: 'T', Tags: [{}] },
    arn('dynamodb', 'table/T'),
    'dynamodb:CreateTable',
    'dynamodb:TagResource',
  ),
  tagged(
    'sqs CreateQueue',
    { QueueName: 'q', tags: { a: 'b' } },
    arn('sqs', 'q'),
    'sqs:CreateQueue',
    'sqs:TagQueue',
  ),
  tagged('sns CreateTopic', { Name: 't', Tags: [{}] }, arn('sns', 't'), 'sns:CreateTopic', 'sns:TagResource'),
  tagged(
    'eventbridge PutRule',
    { Name: 'r', Tags: [{}] },
    arn('events', 'rule/r'),
    'events:PutRule',
    'events:TagResource',
  ),
  tagged('kms CreateKey', { Tags: [{}] }, '*', 'kms:CreateKey', 'kms:TagResource'),
  tagged('sqs CreateQueue', { QueueName: 'q' }, arn('sqs', 'q'), 'sqs:CreateQueue'),
  {
    call: 'cloudwatch-logs CreateLogGroup',
    input: { logGroupName: '/g', tags: { a: 'b' } },
    needs: {
      'logs:CreateLogGroup': arn('logs', 'log-group:/g:*'),
      'logs:TagResource': arn('logs', 'log-group:/g'),
    },
  },
]

it.each(titled([...ROWS, ...TAGGED]))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})

const packages = join(import.meta.dirname, '../../../../node_modules/@aws-sdk')

// The operations that a client sends without a signature, of which IAM sees nothing.
const unsigned = readdirSync(packages)
  .filter((name) => name.startsWith('client-'))
  .flatMap((name) => {
    const schemes = readFileSync(join(packages, name, 'dist-es/auth/httpAuthSchemeProvider.js'), 'utf8')
    return [...schemes.matchAll(/case "(\w+)":\s*\{\s*options\.push\(createSmithyApiNoAuth/g)].map(
      ([, operation = '']) => `${name.replace('client-', '')} ${operation}`,
    )
  })

it('needs nothing for what is sent without a signature', () => {
  expect(unsigned.length).toBeGreaterThan(30)
  expect(unsigned.filter((call) => needed(call, {}).permissions.length > 0)).toEqual([])
})
