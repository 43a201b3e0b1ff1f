import type { Case } from '../../../harness/case.ts'

export default {
  about: 'static fields, a static block, a function that is called where it is written',
  routes: {
    'GET /': {
      requests: ['GET /'],
      actions: ['dynamodb:DescribeTable', 's3:ListBucket', 'ssm:GetParameter'],
    },
  },
  always: ['dynamodb:DescribeTable', 's3:ListBucket', 'ssm:GetParameter'],
  resources: {
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/registry'],
    's3:ListBucket': ['arn:aws:s3:::registry'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/region'],
  },
} satisfies Case
