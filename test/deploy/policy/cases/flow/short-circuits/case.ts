import type { Case } from '../../../harness/case.ts'

export default {
  about: 'calls behind ??, &&, ||= and ?:',
  routes: {
    'GET /x/:id': { requests: ['GET /x/1'], actions: ['dynamodb:GetItem'] },
    'POST /x/:id': {
      requests: ['POST /x/1?loud=yes', 'POST /x/1?dry=1'],
      actions: ['dynamodb:PutItem', 'sns:Publish', 'ssm:GetParameter'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/cached'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/cached'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:announced'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/limit'],
  },
} satisfies Case
