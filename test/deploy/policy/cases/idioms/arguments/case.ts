import type { Case } from '../../../harness/case.ts'

export default {
  about: 'defaults, rest arguments, currying, and composition by hand',
  routes: {
    'GET /default': { requests: ['GET /default'], actions: ['dynamodb:Scan'] },
    'GET /given': { requests: ['GET /given'], actions: ['dynamodb:Scan'] },
    'DELETE /rest': { requests: ['DELETE /rest'], actions: ['s3:DeleteObject'] },
    'GET /curried/:id': { requests: ['GET /curried/1'], actions: ['dynamodb:GetItem'] },
    'POST /composed': { requests: ['POST /composed'], actions: ['sns:Publish'] },
    'GET /spread': { requests: ['GET /spread'], actions: ['dynamodb:GetItem'] },
    'GET /arguments': { requests: ['GET /arguments'], actions: ['ssm:GetParameter'] },
    'GET /options': { requests: ['GET /options'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/curried', 'arn:aws:dynamodb:*:*:table/spread'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/by-option/index/newest'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/by-default', 'arn:aws:dynamodb:*:*:table/given'],
    's3:DeleteObject': ['arn:aws:s3:::rest-bucket/one', 'arn:aws:s3:::rest-bucket/two'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:composed'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/by/arguments'],
  },
} satisfies Case
