import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a container of dependencies, taken apart by parameters',
  routes: {
    'GET /assets/*path': { requests: ['GET /assets/a/b.css'], actions: ['s3:GetObject'] },
    'POST /comments': { requests: [['POST /comments', 'hi']], actions: ['dynamodb:PutItem', 'sns:Publish'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/comments'],
    's3:GetObject': ['arn:aws:s3:::assets/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:comments'],
  },
} satisfies Case
