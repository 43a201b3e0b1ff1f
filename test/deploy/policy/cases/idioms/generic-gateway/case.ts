import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a gateway that sends whatever it gets, with generics, overloads and a command as a value',
  routes: {
    'GET /one': { requests: ['GET /one'], actions: ['dynamodb:GetItem'] },
    'PUT /one': { requests: ['PUT /one'], actions: ['dynamodb:PutItem'] },
    'GET /two': { requests: ['GET /two'], actions: ['s3:GetObject'] },
    'GET /three': { requests: ['GET /three'], actions: ['dynamodb:DescribeTable', 's3:ListBucket'] },
    'GET /four': { requests: ['GET /four'], actions: ['ssm:GetParameter'] },
    'DELETE /five': {
      requests: ['DELETE /five?what=row', 'DELETE /five'],
      actions: ['dynamodb:DeleteItem', 's3:DeleteObject'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/gateway'],
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/gateway'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/gateway'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/gateway'],
    's3:DeleteObject': ['arn:aws:s3:::gateway-files/five'],
    's3:GetObject': ['arn:aws:s3:::gateway-files/two'],
    's3:ListBucket': ['arn:aws:s3:::gateway-files'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/four'],
  },
} satisfies Case
