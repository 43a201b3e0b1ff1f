import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'a workspace of packages: TypeScript with imports of its own, a domain in JavaScript, a kit with JSDoc and CommonJS',
  packages: {
    '@depot/handlers': 'packages/handlers',
    '@depot/domain': 'packages/domain',
    '@depot/aws-kit': 'packages/aws-kit',
  },
  environment: { DEPOT_STAGE: 'live' },
  routes: {
    'GET /parcels/:id': { requests: ['GET /parcels/1'], actions: ['dynamodb:GetItem'] },
    'PUT /parcels/:id': {
      requests: [['PUT /parcels/1', { kg: 1 }]],
      actions: ['dynamodb:PutItem', 'events:PutEvents'],
    },
    'POST /parcels/:id/dispatch': {
      requests: ['POST /parcels/1/dispatch'],
      actions: ['dynamodb:GetItem', 'events:PutEvents', 's3:PutObject'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/depot-live-parcels'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/depot-live-parcels'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/depot.live'],
    's3:PutObject': ['arn:aws:s3:::depot-live-labels-eu/*'],
  },
} satisfies Case
