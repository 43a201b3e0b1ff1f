import type { Case } from '../../../harness/case.ts'

export default {
  about: 'validators that call AWS: a refinement of zod, and a schema written by hand',
  routes: {
    'POST /registrations': {
      requests: [['POST /registrations', { mail: 'ada@example.com', profile: { name: 'Ada' } }]],
      actions: ['cognito-idp:ListUsers', 'dynamodb:PutItem'],
    },
    'GET /prices/:item': {
      requests: ['GET /prices/1', 'GET /prices/1?code=half'],
      actions: ['dynamodb:GetItem'],
    },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    'cognito-idp:ListUsers': ['arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_Aa0Bb1Cc2'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/coupons', 'arn:aws:dynamodb:*:*:table/prices'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/registrations'],
  },
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { discount: { N: '0.5' }, price: { N: '3' } } } : undefined,
} satisfies Case
