import { expect, it } from 'vitest'
import { arn, compared, env, link, type Row, RUN, t, titled } from './known-input.ts'

const secret = (name: string): string => arn('secretsmanager', `secret:${name}`)
const whole = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1B2c3'
const parameter = (name: string): string => arn('ssm', `parameter/${name}`)
const key = (id: string): string => arn('kms', `key/${id}`)

const ROWS: ReadonlyArray<Row> = [
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: 'app/db' },
    needs: { 'secretsmanager:GetSecretValue': secret('app/db-??????') },
  },
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: t`app/${RUN}/db` },
    needs: { 'secretsmanager:GetSecretValue': secret('app/*/db-??????') },
  },
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: whole },
    needs: { 'secretsmanager:GetSecretValue': whole },
  },
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret' },
    needs: {
      'secretsmanager:GetSecretValue': [
        'arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret',
        'arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret-??????',
      ],
    },
  },
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: env('SECRET') },
    needs: { 'secretsmanager:GetSecretValue': secret('*') },
    says: ['process.env.SECRET is not known'],
  },
  {
    call: 'secrets-manager GetSecretValue',
    input: { SecretId: link('Db', 'secretArn') },
    needs: { 'secretsmanager:GetSecretValue': `\${Resource.Db.secretArn}` },
  },
  {
    call: 'secrets-manager BatchGetSecretValue',
    input: { SecretIdList: ['a', 'b'] },
    needs: {
      'secretsmanager:BatchGetSecretValue': '*',
      'secretsmanager:GetSecretValue': [secret('a-??????'), secret('b-??????')],
    },
  },
  {
    call: 'secrets-manager BatchGetSecretValue',
    input: { Filters: [{ Key: 'name' }] },
    needs: {
      'secretsmanager:BatchGetSecretValue': '*',
      'secretsmanager:ListSecrets': '*',
      'secretsmanager:GetSecretValue': secret('*'),
    },
    says: ['SecretIdList of BatchGetSecretValue'],
  },
  {
    call: 'secrets-manager CreateSecret',
    input: { Name: 'a' },
    needs: { 'secretsmanager:CreateSecret': secret('a-??????') },
  },
  {
    call: 'secrets-manager CreateSecret',
    input: { Name: 'a', KmsKeyId: 'k', Tags: [] },
    needs: {
      'secretsmanager:CreateSecret': secret('a-??????'),
      'secretsmanager:TagResource': secret('a-??????'),
      'kms:GenerateDataKey': key('k'),
      'kms:Decrypt': key('k'),
    },
  },
  {
    call: 'secrets-manager PutSecretValue',
    input: { SecretId: 'a' },
    needs: { 'secretsmanager:PutSecretValue': secret('a-??????') },
  },
  {
    call: 'secrets-manager GetRandomPassword',
    input: {},
    needs: { 'secretsmanager:GetRandomPassword': '*' },
  },

  {
    call: 'ssm GetParameter',
    input: { Name: '/app/db' },
    needs: { 'ssm:GetParameter': parameter('app/db') },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: 'plain', WithDecryption: true },
    needs: { 'ssm:GetParameter': parameter('plain') },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: '/app/db:3' },
    needs: { 'ssm:GetParameter': parameter('app/db') },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: t`/app/${env('STAGE')}/db` },
    needs: { 'ssm:GetParameter': parameter('app/*/db') },
    says: ['process.env.STAGE is not known'],
  },
  {
    call: 'ssm GetParameter',
    input: { Name: t`/app/${env('AWS_REGION')}` },
    needs: { 'ssm:GetParameter': parameter(`app/\${AWS::Region}`) },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: 'arn:aws:ssm:eu-west-1:123456789012:parameter/x' },
    needs: { 'ssm:GetParameter': 'arn:aws:ssm:eu-west-1:123456789012:parameter/x' },
  },
  {
    call: 'ssm GetParameter',
    input: { Name: RUN },
    needs: { 'ssm:GetParameter': parameter('*') },
    says: ['Name of GetParameter is decided only'],
  },
  {
    call: 'ssm GetParameters',
    input: { Names: ['/a', 'b'] },
    needs: { 'ssm:GetParameters': [parameter('a'), parameter('b')] },
  },
  {
    call: 'ssm GetParametersByPath',
    input: { Path: '/app/db/' },
    needs: { 'ssm:GetParametersByPath': [parameter('app/db'), parameter('app/db/*')] },
  },
  {
    call: 'ssm GetParametersByPath',
    input: { Path: '/' },
    needs: { 'ssm:GetParametersByPath': parameter('*') },
  },
  {
    call: 'ssm PutParameter',
    input: { Name: '/a', Value: RUN },
    needs: { 'ssm:PutParameter': parameter('a') },
  },
  {
    call: 'ssm PutParameter',
    input: { Name: '/a', KeyId: 'k' },
    needs: { 'ssm:PutParameter': parameter('a'), 'kms:Encrypt': key('k') },
  },
  {
    call: 'ssm AddTagsToResource',
    input: { ResourceType: 'Parameter', ResourceId: '/a' },
    needs: { 'ssm:AddTagsToResource': parameter('a') },
  },
  { call: 'ssm DescribeParameters', input: {}, needs: { 'ssm:DescribeParameters': '*' } },
  {
    call: 'ssm SendCommand',
    input: { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i-1'] },
    needs: {
      'ssm:SendCommand': [
        arn('ssm', 'document/AWS-RunShellScript', `\${AWS::Region}`, ''),
        arn('ec2', 'instance/i-1'),
      ],
    },
  },

  { call: 'kms Encrypt', input: { KeyId: '1234' }, needs: { 'kms:Encrypt': key('1234') } },
  {
    call: 'kms Encrypt',
    input: { KeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    needs: { 'kms:Encrypt': 'arn:aws:kms:eu-west-1:123456789012:key/1' },
  },
  {
    call: 'kms Encrypt',
    input: { KeyId: 'alias/app' },
    needs: { 'kms:Encrypt': key('*') },
    says: ['IAM does not grant by an alias'],
  },
  {
    call: 'kms Encrypt',
    input: { KeyId: 'arn:aws:kms:eu-west-1:123456789012:alias/app' },
    needs: { 'kms:Encrypt': 'arn:aws:kms:eu-west-1:123456789012:key/*' },
    says: ['IAM does not grant by an alias'],
  },
  {
    call: 'kms Decrypt',
    input: { CiphertextBlob: RUN },
    needs: { 'kms:Decrypt': key('*') },
    says: ['does not say which key'],
  },
  {
    call: 'kms GenerateDataKey',
    input: { KeyId: env('KEY') },
    needs: { 'kms:GenerateDataKey': key('*') },
    says: ['process.env.KEY is not known'],
  },
  {
    call: 'kms ReEncrypt',
    input: { SourceKeyId: 'a', DestinationKeyId: 'b' },
    needs: { 'kms:ReEncryptFrom': key('a'), 'kms:ReEncryptTo': key('b') },
  },
  { call: 'kms Sign', input: { KeyId: '1' }, needs: { 'kms:Sign': key('1') } },
  { call: 'kms GenerateRandom', input: {}, needs: { 'kms:GenerateRandom': '*' } },
  {
    call: 'kms CreateAlias',
    input: { AliasName: 'alias/a', TargetKeyId: 'k' },
    needs: { 'kms:CreateAlias': [arn('kms', 'alias/a'), key('k')] },
  },
  {
    call: 'kms Encapsulate',
    input: { KeyId: 'k' },
    needs: { 'kms:Encapsulate': key('k') },
    says: ['kms:Encapsulate is newer than the data'],
  },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
