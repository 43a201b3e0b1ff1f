import { expect, it } from 'vitest'
import { arn, compared, either, env, link, type Row, RUN, t, titled } from './known-input.ts'

const fn = (name: string): string => arn('lambda', `function:${name}`)
const role = 'arn:aws:iam::123456789012:role/r'
const model = (id: string, region = `\${AWS::Region}`): string =>
  arn('bedrock', `foundation-model/${id}`, region, '')
const profile = (id: string): string => arn('bedrock', `inference-profile/${id}`)
const cluster = 'arn:aws:rds:eu-west-1:123456789012:cluster:c'
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1B2c3'

const ROWS: ReadonlyArray<Row> = [
  { call: 'lambda Invoke', input: { FunctionName: 'f' }, needs: { 'lambda:InvokeFunction': fn('f') } },
  {
    call: 'lambda Invoke',
    input: { FunctionName: 'f', Qualifier: 'live' },
    needs: { 'lambda:InvokeFunction': fn('f:live') },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: 'f', Qualifier: either('live', undefined) },
    needs: { 'lambda:InvokeFunction': [fn('f'), fn('f:live')] },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: 'f:live' },
    needs: { 'lambda:InvokeFunction': fn('f:live') },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: '210987654321:function:f' },
    needs: { 'lambda:InvokeFunction': arn('lambda', 'function:f', `\${AWS::Region}`, '210987654321') },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:f' },
    needs: { 'lambda:InvokeFunction': 'arn:aws:lambda:eu-west-1:123456789012:function:f' },
  },
  {
    call: 'lambda Invoke',
    input: { FunctionName: link('Resize', 'name') },
    needs: { 'lambda:InvokeFunction': fn(`\${Resource.Resize.name}`) },
  },
  {
    call: 'lambda InvokeWithResponseStream',
    input: { FunctionName: t`resize-${RUN}` },
    needs: { 'lambda:InvokeFunction': fn('resize-*') },
  },
  {
    call: 'lambda InvokeAsync',
    input: { FunctionName: env('FN') },
    needs: { 'lambda:InvokeFunction': fn('*'), 'lambda:InvokeAsync': fn('*') },
    says: ['process.env.FN is not known'],
  },
  { call: 'lambda GetFunction', input: { FunctionName: 'f' }, needs: { 'lambda:GetFunction': fn('f') } },
  { call: 'lambda ListFunctions', input: {}, needs: { 'lambda:ListFunctions': '*' } },
  {
    call: 'lambda CreateFunction',
    input: { FunctionName: 'f', Role: role },
    needs: { 'lambda:CreateFunction': fn('f'), 'iam:PassRole': role },
  },
  {
    call: 'lambda GetLayerVersionByArn',
    input: { Arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:l:3' },
    needs: { 'lambda:GetLayerVersion': 'arn:aws:lambda:eu-west-1:123456789012:layer:l:3' },
  },
  {
    call: 'lambda GetLayerVersion',
    input: { LayerName: 'l', VersionNumber: 3 },
    needs: { 'lambda:GetLayerVersion': arn('lambda', 'layer:l:3') },
  },

  {
    call: 'bedrock-runtime InvokeModel',
    input: { modelId: 'amazon.titan-text-v1' },
    needs: { 'bedrock:InvokeModel': model('amazon.titan-text-v1') },
  },
  {
    call: 'bedrock-runtime Converse',
    input: { modelId: 'anthropic.claude-v1:0' },
    needs: { 'bedrock:InvokeModel': model('anthropic.claude-v1:0') },
  },
  {
    call: 'bedrock-runtime ConverseStream',
    input: { modelId: 'anthropic.claude-v1:0' },
    needs: { 'bedrock:InvokeModelWithResponseStream': model('anthropic.claude-v1:0') },
  },
  {
    call: 'bedrock-runtime Converse',
    input: { modelId: 'eu.anthropic.claude-v1:0' },
    needs: {
      'bedrock:InvokeModel': [profile('eu.anthropic.claude-v1:0'), model('anthropic.claude-v1:0', '*')],
    },
  },
  {
    call: 'bedrock-runtime Converse',
    input: { modelId: 'a.b', guardrailConfig: { guardrailIdentifier: 'g' } },
    needs: { 'bedrock:InvokeModel': model('a.b'), 'bedrock:ApplyGuardrail': arn('bedrock', 'guardrail/g') },
  },
  {
    call: 'bedrock-runtime InvokeModel',
    input: { modelId: 'arn:aws:bedrock:eu-west-1::foundation-model/x' },
    needs: { 'bedrock:InvokeModel': 'arn:aws:bedrock:eu-west-1::foundation-model/x' },
  },
  {
    call: 'bedrock-runtime InvokeModel',
    input: { modelId: env('MODEL') },
    needs: { 'bedrock:InvokeModel': [model('*', '*'), arn('bedrock', '*')] },
    says: ['process.env.MODEL is not known'],
  },
  {
    call: 'bedrock-runtime ApplyGuardrail',
    input: { guardrailIdentifier: 'g' },
    needs: { 'bedrock:ApplyGuardrail': arn('bedrock', 'guardrail/g') },
  },
  {
    call: 'bedrock-runtime StartAsyncInvoke',
    input: { modelId: 'a.b', outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/videos' } } },
    needs: {
      'bedrock:InvokeModel': [model('a.b'), arn('bedrock', 'async-invoke/*')],
      's3:PutObject': `arn:\${AWS::Partition}:s3:::out/videos/*`,
    },
  },
  {
    call: 'bedrock-agent-runtime Retrieve',
    input: { knowledgeBaseId: 'K' },
    needs: { 'bedrock:Retrieve': arn('bedrock', 'knowledge-base/K') },
  },
  {
    call: 'bedrock-agent-runtime InvokeAgent',
    input: { agentId: 'A', agentAliasId: 'L' },
    needs: { 'bedrock:InvokeAgent': arn('bedrock', 'agent-alias/A/L') },
  },
  {
    call: 'bedrock-agent-runtime RetrieveAndGenerate',
    input: {
      retrieveAndGenerateConfiguration: {
        knowledgeBaseConfiguration: { knowledgeBaseId: 'K', modelArn: 'a.b' },
      },
    },
    needs: {
      'bedrock:RetrieveAndGenerate': '*',
      'bedrock:Retrieve': arn('bedrock', 'knowledge-base/K'),
      'bedrock:InvokeModel': model('a.b'),
    },
  },

  {
    call: 'ecs RunTask',
    input: { cluster: 'c', taskDefinition: 'd' },
    needs: { 'ecs:RunTask': arn('ecs', 'task-definition/d:*') },
    says: ['it needs iam:PassRole on them'],
  },
  {
    call: 'ecs RunTask',
    input: { taskDefinition: 'd:3', overrides: { taskRoleArn: role, executionRoleArn: role } },
    needs: { 'ecs:RunTask': arn('ecs', 'task-definition/d:3'), 'iam:PassRole': role },
  },
  {
    call: 'ecs RunTask',
    input: {
      cluster: 'c',
      taskDefinition: 'd:3',
      tags: [],
      overrides: { taskRoleArn: role, executionRoleArn: role },
    },
    needs: {
      'ecs:RunTask': arn('ecs', 'task-definition/d:3'),
      'ecs:TagResource': arn('ecs', 'task/c/*'),
      'iam:PassRole': role,
    },
  },
  {
    call: 'ecs DescribeTasks',
    input: { cluster: 'c', tasks: ['t'] },
    needs: { 'ecs:DescribeTasks': arn('ecs', 'task/c/t') },
  },
  { call: 'ecs StopTask', input: { task: 't' }, needs: { 'ecs:StopTask': arn('ecs', 'task/default/t') } },
  {
    call: 'ecs UpdateService',
    input: { cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/c', service: 's' },
    needs: { 'ecs:UpdateService': arn('ecs', 'service/c/s') },
  },
  { call: 'ecs ListClusters', input: {}, needs: { 'ecs:ListClusters': '*' } },

  { call: 'sts GetCallerIdentity', input: {}, needs: {} },
  { call: 'sts AssumeRole', input: { RoleArn: role }, needs: { 'sts:AssumeRole': role } },
  {
    call: 'sts AssumeRole',
    input: { RoleArn: role, Tags: [] },
    needs: { 'sts:AssumeRole': role, 'sts:TagSession': role },
  },
  {
    call: 'sts AssumeRole',
    input: { RoleArn: env('ROLE') },
    needs: { 'sts:AssumeRole': arn('iam', 'role/*', '', '*') },
    says: ['process.env.ROLE is not known'],
  },
  {
    call: 'rds-data ExecuteStatement',
    input: { resourceArn: cluster, secretArn: secret },
    needs: { 'rds-data:ExecuteStatement': cluster, 'secretsmanager:GetSecretValue': secret },
  },
  {
    call: 'rds-data BeginTransaction',
    input: { resourceArn: link('Db', 'clusterArn'), secretArn: link('Db', 'secretArn') },
    needs: {
      'rds-data:BeginTransaction': `\${Resource.Db.clusterArn}`,
      'secretsmanager:GetSecretValue': `\${Resource.Db.secretArn}`,
    },
  },
  {
    call: 'athena StartQueryExecution',
    input: { WorkGroup: 'w' },
    needs: { 'athena:StartQueryExecution': arn('athena', 'workgroup/w') },
    says: ['also needs what its query does'],
  },
  {
    call: 'athena StartQueryExecution',
    input: {},
    needs: { 'athena:StartQueryExecution': arn('athena', 'workgroup/primary') },
    says: ['also needs what its query does'],
  },
  {
    call: 'athena GetQueryResults',
    input: { QueryExecutionId: RUN },
    needs: { 'athena:GetQueryResults': arn('athena', 'workgroup/*') },
    says: ['does not say which workgroup', 'also needs s3:GetObject where the results are kept'],
  },
  {
    call: 'scheduler CreateSchedule',
    input: { Name: 'n', Target: { RoleArn: role } },
    needs: { 'scheduler:CreateSchedule': arn('scheduler', 'schedule/default/n'), 'iam:PassRole': role },
  },
  {
    call: 'scheduler DeleteSchedule',
    input: { Name: t`n-${RUN}`, GroupName: 'g' },
    needs: { 'scheduler:DeleteSchedule': arn('scheduler', 'schedule/g/n-*') },
  },
  {
    call: 'pipes CreatePipe',
    input: { Name: 'p', RoleArn: role },
    needs: { 'pipes:CreatePipe': arn('pipes', 'pipe/p'), 'iam:PassRole': role },
  },

  { call: 'cloudwatch PutMetricData', input: { Namespace: 'n' }, needs: { 'cloudwatch:PutMetricData': '*' } },
  {
    call: 'cloudwatch PutMetricAlarm',
    input: { AlarmName: 'a' },
    needs: { 'cloudwatch:PutMetricAlarm': arn('cloudwatch', 'alarm:a') },
  },
  {
    call: 'cloudwatch DescribeAlarms',
    input: { AlarmNames: ['a', 'b'] },
    needs: { 'cloudwatch:DescribeAlarms': [arn('cloudwatch', 'alarm:a'), arn('cloudwatch', 'alarm:b')] },
  },
  {
    call: 'cloudwatch DescribeAlarms',
    input: {},
    needs: { 'cloudwatch:DescribeAlarms': arn('cloudwatch', 'alarm:*') },
  },
  {
    call: 'cloudwatch-logs FilterLogEvents',
    input: { logGroupName: '/a' },
    needs: { 'logs:FilterLogEvents': arn('logs', 'log-group:/a:*') },
  },
  {
    call: 'cloudwatch-logs PutLogEvents',
    input: { logGroupName: '/a', logStreamName: RUN },
    needs: { 'logs:PutLogEvents': arn('logs', 'log-group:/a:log-stream:*') },
  },
  {
    call: 'cloudwatch-logs StartQuery',
    input: { logGroupNames: ['/a', '/b'] },
    needs: { 'logs:StartQuery': [arn('logs', 'log-group:/a:*'), arn('logs', 'log-group:/b:*')] },
  },
  {
    call: 'cloudwatch-logs CreateLogGroup',
    input: { logGroupName: env('GROUP') },
    needs: { 'logs:CreateLogGroup': arn('logs', 'log-group:*') },
    says: ['process.env.GROUP is not known'],
  },
  {
    call: 'cognito-identity-provider AdminCreateUser',
    input: { UserPoolId: 'eu-west-1_abc' },
    needs: { 'cognito-idp:AdminCreateUser': arn('cognito-idp', 'userpool/eu-west-1_abc', 'eu-west-1') },
  },
  {
    call: 'cognito-identity-provider AdminGetUser',
    input: { UserPoolId: link('Pool', 'id') },
    needs: { 'cognito-idp:AdminGetUser': arn('cognito-idp', `userpool/\${Resource.Pool.id}`) },
  },
  { call: 'cognito-identity-provider InitiateAuth', input: { ClientId: RUN }, needs: {} },
  { call: 'textract AnalyzeDocument', input: { Document: {} }, needs: { 'textract:AnalyzeDocument': '*' } },
  { call: 'rekognition DetectLabels', input: { Image: {} }, needs: { 'rekognition:DetectLabels': '*' } },
  {
    call: 'rekognition SearchFacesByImage',
    input: { CollectionId: 'c' },
    needs: { 'rekognition:SearchFacesByImage': arn('rekognition', 'collection/c') },
  },
  { call: 'translate TranslateText', input: { Text: RUN }, needs: { 'translate:TranslateText': '*' } },
  { call: 'comprehend DetectSentiment', input: { Text: RUN }, needs: { 'comprehend:DetectSentiment': '*' } },
  {
    call: 'cloudfront CreateInvalidation',
    input: { DistributionId: 'E1' },
    needs: { 'cloudfront:CreateInvalidation': arn('cloudfront', 'distribution/E1', '') },
  },
  { call: 'glue StartJobRun', input: { JobName: 'j' }, needs: { 'glue:StartJobRun': arn('glue', 'job/j') } },
  {
    call: 'timestream-write WriteRecords',
    input: { DatabaseName: 'd', TableName: 't' },
    needs: {
      'timestream:DescribeEndpoints': '*',
      'timestream:WriteRecords': arn('timestream', 'database/d/table/t'),
    },
  },
  {
    call: 'ec2 StartInstances',
    input: { InstanceIds: ['i-1'] },
    needs: { 'ec2:StartInstances': arn('ec2', 'instance/i-1') },
  },
  {
    call: 'redshift-data ExecuteStatement',
    input: { WorkgroupName: 'w' },
    needs: {
      'redshift-data:ExecuteStatement': arn('redshift-serverless', 'workgroup/*'),
      'redshift-serverless:GetCredentials': arn('redshift-serverless', 'workgroup/*'),
    },
    says: ['does not say which workgroup'],
  },
  {
    call: 'glue NoSuchOperation',
    input: {},
    needs: { 'glue:NoSuchOperation': '*' },
    says: ['the data on IAM does not have it'],
  },
  { call: 'no-such-service DoIt', input: {}, needs: {}, says: ['its service is not known'] },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
