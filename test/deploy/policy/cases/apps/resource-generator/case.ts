import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'a function that makes the routes of a resource: which, on which table and what beside is in its options',
  routes: {
    'GET /pages/:id': { requests: ['GET /pages/1'], actions: ['dynamodb:GetItem'] },
    'PUT /pages/:id': { requests: [['PUT /pages/1', {}]], actions: ['dynamodb:PutItem'] },
    'GET /pages': { requests: ['GET /pages?owner=ada'], actions: ['dynamodb:Query'] },
    'PUT /tags/:id': { requests: [['PUT /tags/1', {}]], actions: ['dynamodb:PutItem', 'sns:Publish'] },
    'DELETE /tags/:id': { requests: ['DELETE /tags/1'], actions: ['dynamodb:DeleteItem', 'sns:Publish'] },
    'GET /menus': { requests: ['GET /menus'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/cms-tags'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/cms-pages'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/cms-pages', 'arn:aws:dynamodb:*:*:table/cms-tags'],
    'dynamodb:Query': [
      'arn:aws:dynamodb:*:*:table/cms-pages/index/owner',
      'arn:aws:dynamodb:*:*:table/navigation',
    ],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:tag-changes'],
  },
} satisfies Case
