import { expect, it } from 'vitest'
import { arn, compared, env, link, open, type Row, RUN, t, titled } from './known-input.ts'

// Services that no rule of calix is about: what the data on IAM and the names of the fields say.

const role = 'arn:aws:iam::123456789012:role/r'
const store = 'arn:aws:cloudfront::123456789012:key-value-store/s'
const runtime = 'arn:aws:bedrock-agentcore:eu-west-1:123456789012:runtime/r'
const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/c'

const ROWS: ReadonlyArray<Row> = [
  {
    call: 'eks DescribeCluster',
    input: { name: 'c' },
    needs: { 'eks:DescribeCluster': arn('eks', 'cluster/c') },
  },
  {
    call: 'codebuild StartBuild',
    input: { projectName: 'p' },
    needs: { 'codebuild:StartBuild': arn('codebuild', 'project/p') },
  },
  {
    call: 'route-53 GetHostedZone',
    input: { Id: 'Z' },
    needs: { 'route53:GetHostedZone': `arn:\${AWS::Partition}:route53:::hostedzone/Z` },
  },
  {
    call: 'cloudfront GetDistribution',
    input: { Id: 'E' },
    needs: { 'cloudfront:GetDistribution': arn('cloudfront', 'distribution/E', '') },
  },
  {
    call: 'rds StartDBInstance',
    input: { DBInstanceIdentifier: t`db-${RUN}` },
    needs: { 'rds:StartDBInstance': arn('rds', 'db:db-*') },
  },
  {
    call: 'opensearch DescribeDomain',
    input: { DomainName: 'd' },
    needs: { 'es:DescribeDomain': arn('es', 'domain/d') },
  },
  {
    call: 'location SearchPlaceIndexForText',
    input: { IndexName: 'i' },
    needs: { 'geo:SearchPlaceIndexForText': arn('geo', 'place-index/i') },
  },
  {
    call: 'geo-places Geocode',
    input: {},
    needs: { 'geo-places:Geocode': arn('geo-places', 'provider/default', `\${AWS::Region}`, '') },
  },
  {
    call: 'kendra Query',
    input: { IndexId: link('Search', 'id') },
    needs: { 'kendra:Query': arn('kendra', `index/\${Resource.Search.id}`) },
  },
  {
    call: 'acm DescribeCertificate',
    input: { CertificateArn: certificate },
    needs: { 'acm:DescribeCertificate': certificate },
  },
  {
    call: 'acm DescribeCertificate',
    input: { CertificateArn: env('CERT') },
    needs: { 'acm:DescribeCertificate': arn('acm', 'certificate/*') },
    says: ['process.env.CERT is not known'],
  },
  {
    call: 'cloudfront-keyvaluestore GetKey',
    input: { KvsARN: store, Key: RUN },
    needs: { 'cloudfront-keyvaluestore:GetKey': store },
  },
  {
    call: 'bedrock-agentcore InvokeAgentRuntime',
    input: { agentRuntimeArn: runtime },
    needs: {
      'bedrock-agentcore:InvokeAgentRuntime': [
        runtime,
        arn('bedrock-agentcore', 'runtime/*/runtime-endpoint/*'),
      ],
    },
    says: ['does not say which runtime-endpoint'],
  },
  {
    call: 's3vectors QueryVectors',
    input: { vectorBucketName: 'b', indexName: 'i' },
    needs: { 's3vectors:QueryVectors': arn('s3vectors', 'bucket/b/index/i') },
  },
  {
    call: 'pinpoint SendMessages',
    input: { ApplicationId: 'a' },
    needs: { 'mobiletargeting:SendMessages': arn('mobiletargeting', 'apps/a/messages') },
  },
  {
    call: 'lex-runtime-v2 RecognizeText',
    input: { botId: 'b', botAliasId: 'a', sessionId: RUN },
    needs: { 'lex:RecognizeText': arn('lex', 'bot-alias/b/a') },
  },
  // A name is no id: what is known by the one in the input and by the other in the ARN may be any.
  {
    call: 'mq DescribeBroker',
    input: { BrokerId: 'b' },
    needs: { 'mq:DescribeBroker': arn('mq', 'broker:*:b') },
  },
  {
    call: 'servicediscovery DiscoverInstances',
    input: { ServiceName: 's', NamespaceName: 'n' },
    needs: {
      'servicediscovery:DiscoverInstances': [
        arn('servicediscovery', 'namespace/*'),
        arn('servicediscovery', 'service/*'),
      ],
    },
    says: ['does not say which namespace', 'does not say which service'],
  },
  // All that are required, those that no field names as well.
  {
    call: 'glue GetTable',
    input: { DatabaseName: 'd', Name: 't' },
    needs: { 'glue:GetTable': [arn('glue', 'catalog'), arn('glue', 'database/d'), arn('glue', 'table/d/t')] },
  },
  {
    call: 'glue GetPartitions',
    input: { DatabaseName: 'd', TableName: RUN },
    needs: {
      'glue:GetPartitions': [arn('glue', 'catalog'), arn('glue', 'database/d'), arn('glue', 'table/d/*')],
    },
    says: ['TableName of GetPartitions is decided only'],
  },
  {
    call: 'glue GetTables',
    input: { DatabaseName: 'd' },
    needs: {
      'glue:GetTables': [arn('glue', 'catalog'), arn('glue', 'database/d'), arn('glue', 'table/d/*')],
    },
    says: ['does not say which table'],
  },
  {
    call: 'elasticache DescribeCacheClusters',
    input: {},
    needs: { 'elasticache:DescribeCacheClusters': arn('elasticache', 'cluster:*') },
  },
  {
    call: 'ssm GetServiceSetting',
    input: { SettingId: '/ssm/a' },
    needs: { 'ssm:GetServiceSetting': arn('ssm', 'servicesetting/ssm/a') },
  },
  {
    call: 'codebuild StartBuild',
    input: open({}),
    needs: { 'codebuild:StartBuild': arn('codebuild', 'project/*') },
    says: ['What StartBuild is given is decided only when it runs'],
  },
  {
    call: 'codebuild StartBuild',
    needs: { 'codebuild:StartBuild': arn('codebuild', 'project/*') },
    says: ['What StartBuild is given is decided only when it runs'],
  },
  {
    call: 'codebuild StartBuild',
    input: { projectName: 'p' },
    region: 'us-east-1',
    needs: { 'codebuild:StartBuild': arn('codebuild', 'project/p', 'us-east-1') },
  },
  { call: 'ecr GetAuthorizationToken', input: {}, needs: { 'ecr:GetAuthorizationToken': '*' } },
  {
    call: 'emr-serverless StartJobRun',
    input: { applicationId: 'a', executionRoleArn: role },
    needs: { 'emr-serverless:StartJobRun': arn('emr-serverless', '/applications/a'), 'iam:PassRole': role },
  },
  {
    call: 'mediaconvert CreateJob',
    input: { Role: role, Settings: {} },
    needs: { 'mediaconvert:CreateJob': '*', 'iam:PassRole': role },
    says: ['does not say which'],
  },
  {
    call: 'apigatewayv2 GetApi',
    input: { ApiId: 'a' },
    needs: {
      'apigateway:GET': [
        arn('apigateway', '/apis/a', `\${AWS::Region}`, ''),
        arn('apigateway', '/apis/a/*', `\${AWS::Region}`, ''),
      ],
    },
  },
  {
    call: 'api-gateway DeleteRestApi',
    input: { restApiId: RUN },
    needs: { 'apigateway:DELETE': arn('apigateway', '/restapis/*', `\${AWS::Region}`, '') },
    says: ['restApiId of DeleteRestApi is decided only'],
  },
  {
    call: 'keyspaces CreateTable',
    input: { keyspaceName: 'k', tableName: 't' },
    needs: {
      'cassandra:Create': [arn('cassandra', '/keyspace/k/'), arn('cassandra', '/keyspace/k/table/t')],
    },
  },
  {
    call: 'appconfigdata StartConfigurationSession',
    input: {
      ApplicationIdentifier: 'abc1234',
      EnvironmentIdentifier: 'production',
      ConfigurationProfileIdentifier: 'def5678',
    },
    needs: {
      'appconfig:StartConfigurationSession': arn(
        'appconfig',
        'application/abc1234/environment/*/configuration/def5678',
      ),
    },
    says: ['EnvironmentIdentifier of StartConfigurationSession looks like a name'],
  },
  {
    call: 'sagemaker-runtime InvokeEndpoint',
    input: { EndpointName: 'e' },
    needs: { 'sagemaker:InvokeEndpoint': arn('sagemaker', 'endpoint/e') },
  },
  {
    call: 'sagemaker-runtime InvokeNothing',
    input: {},
    needs: { 'sagemaker:InvokeNothing': '*' },
    says: ['the data on IAM does not have it'],
  },
  { call: 'cost-explorer GetCostAndUsage', input: {}, needs: { 'ce:GetCostAndUsage': '*' } },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
