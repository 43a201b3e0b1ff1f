import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a cache before a circuit breaker before retries before an object behind a proxy that logs',
  routes: {
    'GET /rates/:currency': {
      requests: ['GET /rates/eur', 'GET /rates/broken'],
      actions: ['dynamodb:GetItem', 's3:GetObject'],
    },
    'PUT /rates/:currency': { requests: [['PUT /rates/eur', 2]], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/fx-rates'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/fx-rates'],
    's3:GetObject': ['arn:aws:s3:::fx-snapshots/yesterday.json'],
  },
  answer: ({ input, operation }) => {
    if (operation === 'GetItem' && JSON.stringify(input).includes('broken')) throw new Error('throttled')
    return undefined
  },
} satisfies Case
