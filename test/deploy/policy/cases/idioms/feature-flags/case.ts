import type { Case } from '../../../harness/case.ts'

export default {
  about: 'branches that constants, the environment and guards switch off',
  environment: { NEW_SEARCH: 'false', MODE: 'live' },
  routes: {
    'GET /search': { requests: ['GET /search'], actions: ['dynamodb:Query'] },
    'GET /dead': { requests: ['GET /dead'], actions: ['dynamodb:GetItem'] },
    'GET /mode': { requests: ['GET /mode'], actions: ['s3:GetObject'] },
    'GET /early/:id': { requests: ['GET /early/1', 'GET /early/none'], actions: ['dynamodb:GetItem'] },
    'POST /finally': { requests: ['POST /finally'], actions: ['dynamodb:PutItem', 'sns:Publish'] },
    'GET /kinds/:kind': {
      requests: ['GET /kinds/a', 'GET /kinds/b', 'GET /kinds/c'],
      actions: ['dynamodb:Scan', 's3:ListBucket'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/live'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/live'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/live'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/live'],
    's3:GetObject': ['arn:aws:s3:::live-files/state'],
    's3:ListBucket': ['arn:aws:s3:::live-files'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:done'],
  },
} satisfies Case
