import type { Case } from '../../../harness/case.ts'

export default {
  about: 'handlers that answer with a ReaderTaskEither, which the environment is given to',
  routes: {
    'GET /seats/:seat': { requests: ['GET /seats/1'], actions: ['dynamodb:GetItem'] },
    'GET /seats': { requests: ['GET /seats'], actions: ['dynamodb:Scan'] },
    'POST /seats/:seat': {
      requests: [['POST /seats/1', { name: 'Ada' }]],
      actions: ['dynamodb:PutItem', 'sns:Publish'],
    },
    'POST /pairs/:seat': { requests: ['POST /pairs/1'], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/seats'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/seats'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/seats'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:bookings'],
  },
} satisfies Case
