import type { Case } from '../../../harness/case.ts'

export default {
  about: 'routes that a factory makes for each resource, each with its own table',
  routes: {
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'PUT /users/:id': { requests: ['PUT /users/1'], actions: ['dynamodb:PutItem'] },
    'DELETE /users/:id': { requests: ['DELETE /users/1'], actions: ['dynamodb:DeleteItem'] },
    'GET /teams/:id': { requests: ['GET /teams/1'], actions: ['dynamodb:GetItem'] },
    'PUT /teams/:id': { requests: ['PUT /teams/1'], actions: ['dynamodb:PutItem', 'sns:Publish'] },
    'GET /archive/a': { requests: ['GET /archive/a'], actions: ['s3:ListBucket'] },
    'GET /archive/b': { requests: ['GET /archive/b'], actions: ['s3:ListBucket'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/crud-users'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/crud-teams', 'arn:aws:dynamodb:*:*:table/crud-users'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/crud-teams', 'arn:aws:dynamodb:*:*:table/crud-users'],
    's3:ListBucket': ['arn:aws:s3:::archive-a', 'arn:aws:s3:::archive-b'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:teams-changed'],
  },
} satisfies Case
