import type { Case } from '../../../harness/case.ts'

export default {
  about: 'pages by recursion, do and while, generators of two kinds, and what they hand on',
  routes: {
    'GET /recursive': { requests: ['GET /recursive'], actions: ['dynamodb:Scan'] },
    'GET /do-while': { requests: ['GET /do-while'], actions: ['dynamodb:Query'] },
    'GET /generated': { requests: ['GET /generated'], actions: ['s3:GetObject', 's3:ListBucket'] },
    'DELETE /pipeline': { requests: ['DELETE /pipeline'], actions: ['s3:DeleteObject', 's3:ListBucket'] },
    'GET /labelled': { requests: ['GET /labelled'], actions: ['ssm:GetParametersByPath'] },
    'GET /iterator': { requests: ['GET /iterator'], actions: ['logs:FilterLogEvents'] },
  },
  answer: ({ operation, input }) =>
    operation === 'ListObjectsV2'
      ? { Contents: [{ Key: 'one' }, { Key: 'two' }] }
      : operation === 'Scan' && input.ExclusiveStartKey === undefined
        ? { Items: [{}], LastEvaluatedKey: { id: { S: 'more' } } }
        : undefined,
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/visits/index/by-page'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/visits'],
    'logs:FilterLogEvents': ['arn:aws:logs:*:*:log-group:/aws/lambda/visits:*'],
    's3:DeleteObject': ['arn:aws:s3:::visit-logs/*'],
    's3:GetObject': ['arn:aws:s3:::visit-logs/*'],
    's3:ListBucket': ['arn:aws:s3:::visit-logs'],
    'ssm:GetParametersByPath': ['arn:aws:ssm:*:*:parameter/visits', 'arn:aws:ssm:*:*:parameter/visits/*'],
  },
} satisfies Case
