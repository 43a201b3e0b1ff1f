import type { Case } from '../../../harness/case.ts'

export default {
  about: 'providers that need what others around them give, and one in the place of the environment',
  routes: {
    'GET /account/reports/:id': {
      requests: ['GET /account/reports/1'],
      actions: ['dynamodb:GetItem', 's3:GetObject'],
    },
    'GET /account/plan': { requests: ['GET /account/plan'], actions: ['dynamodb:GetItem'] },
    'GET /news/:id': { requests: ['GET /news/1'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/plans', 'arn:aws:dynamodb:*:*:table/sessions'],
    's3:GetObject': ['arn:aws:s3:::open-files/news/*', 'arn:aws:s3:::paid-reports/*.pdf'],
  },
  answer: ({ input: { TableName }, operation }) => {
    if (operation !== 'GetItem') return undefined
    return { Item: TableName === 'plans' ? { kind: { S: 'paid' } } : { user: { S: 'ada' } } }
  },
} satisfies Case
