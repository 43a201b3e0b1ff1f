import type { Case } from '../../../harness/case.ts'

export default {
  about: 'methods of arrays, sets and maps that carry functions and names',
  routes: {
    'GET /flat': { requests: ['GET /flat'], actions: ['dynamodb:GetItem'] },
    'GET /for-each': { requests: ['GET /for-each'], actions: ['sns:Publish'] },
    'GET /last': { requests: ['GET /last'], actions: ['dynamodb:Scan'] },
    'GET /sets': { requests: ['GET /sets'], actions: ['s3:ListBucket'] },
    'GET /values': { requests: ['GET /values'], actions: ['dynamodb:DescribeTable', 'dynamodb:Query'] },
    'GET /from': { requests: ['GET /from'], actions: ['dynamodb:UpdateItem'] },
    'GET /some': { requests: ['GET /some'], actions: ['ssm:GetParameter'] },
  },
  resources: {
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/valued'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/flat-a', 'arn:aws:dynamodb:*:*:table/flat-b'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/valued'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/last'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/counted'],
    's3:ListBucket': ['arn:aws:s3:::set-a', 'arn:aws:s3:::set-b'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:each'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/some/one', 'arn:aws:ssm:*:*:parameter/some/two'],
  },
} satisfies Case
