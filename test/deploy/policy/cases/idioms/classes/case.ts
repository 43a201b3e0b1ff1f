import type { Case } from '../../../harness/case.ts'

export default {
  about: 'abstract classes, mixins, accessors, using, decorators of the standard, generics',
  routes: {
    'PUT /users/:id': { requests: ['PUT /users/1'], actions: ['dynamodb:PutItem'] },
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'DELETE /teams/:id': { requests: ['DELETE /teams/1'], actions: ['dynamodb:DeleteItem', 'sns:Publish'] },
    'POST /locks/:name': {
      requests: ['POST /locks/1'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'states:StartExecution'],
    },
    'GET /measured': {
      requests: ['GET /measured'],
      actions: ['cloudwatch:PutMetricData', 'ssm:GetParameter'],
    },
    'GET /accessor': { requests: ['GET /accessor'], actions: ['s3:ListBucket'] },
    'GET /static': { requests: ['GET /static'], actions: ['sqs:GetQueueAttributes'] },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/app-locks', 'arn:aws:dynamodb:*:*:table/app-teams'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/app-users'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/app-locks', 'arn:aws:dynamodb:*:*:table/app-users'],
    's3:ListBucket': ['arn:aws:s3:::set-later'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:teams'],
    'sqs:GetQueueAttributes': ['arn:aws:sqs:eu-west-1:123456789012:static'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/measured'],
    'states:StartExecution': ['arn:aws:states:eu-west-1:123456789012:stateMachine:locked'],
  },
} satisfies Case
