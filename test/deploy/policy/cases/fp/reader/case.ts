import type { Case } from '../../../harness/case.ts'

export default {
  about: 'ReaderTaskEither: dependencies from an environment',
  routes: {
    'GET /seats/:seat': { requests: ['GET /seats/1'], actions: ['dynamodb:GetItem'] },
    'POST /seats/:seat': {
      requests: ['POST /seats/1'],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'sns:Publish'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/seats'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/seats'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:seats'],
  },
} satisfies Case
