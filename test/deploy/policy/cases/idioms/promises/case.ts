import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a reduce of promises, races, aborts, timers, promisified callbacks, a context of its own',
  routes: {
    'POST /chain': { requests: ['POST /chain'], actions: ['sns:Publish'] },
    'GET /race': { requests: ['GET /race'], actions: ['dynamodb:GetItem', 's3:GetObject'] },
    'GET /abort': { requests: ['GET /abort'], actions: ['athena:GetQueryResults'] },
    'POST /later': { requests: ['POST /later'], actions: ['sqs:SendMessage'] },
    'GET /callback': { requests: ['GET /callback'], actions: ['ssm:GetParameters'] },
    'GET /context': { requests: ['GET /context'], actions: ['secretsmanager:GetSecretValue'] },
    'GET /resolvers': { requests: ['GET /resolvers'], actions: ['cloudwatch:GetMetricData'] },
    'GET /thenable': { requests: ['GET /thenable'], actions: ['states:DescribeExecution'] },
  },
  resources: {
    'athena:GetQueryResults': ['arn:aws:athena:*:*:workgroup/*'],
    'cloudwatch:GetMetricData': ['*'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/cached'],
    's3:GetObject': ['arn:aws:s3:::origin-of-cache/one.json'],
    'secretsmanager:GetSecretValue': [
      'arn:aws:secretsmanager:*:*:secret:tenant/*-??????',
      'arn:aws:secretsmanager:*:*:secret:tenant/none-??????',
    ],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:first', 'arn:aws:sns:eu-west-1:123456789012:second'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:later'],
    'ssm:GetParameters': ['arn:aws:ssm:*:*:parameter/a', 'arn:aws:ssm:*:*:parameter/b'],
    'states:DescribeExecution': ['arn:aws:states:eu-west-1:123456789012:execution:machine:one'],
  },
  unresolved: [
    { file: 'app.ts', on: 'AthenaClient().send', says: 'workgroup' },
    { file: 'app.ts', on: 'AthenaClient().send', says: 's3:GetObject' },
  ],
} satisfies Case
