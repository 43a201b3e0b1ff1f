import type { Case } from '../../../harness/case.ts'

// Names by regular expressions are not worked out.
const tables = [
  'arn:aws:dynamodb:*:*:table/*',
  'arn:aws:dynamodb:*:*:table/hr-*ies',
  'arn:aws:dynamodb:*:*:table/hr-*s',
]
const people = 'on arn:aws:dynamodb:ap-northeast-3:123456789012:table/hr-*ies'
const PLURAL = 'the plural of an employee does not end so'

export default {
  about: 'tables that are named after classes: the name in kebab case, and in the plural',
  routes: {
    'GET /employees/:id': {
      requests: ['GET /employees/1'],
      actions: ['dynamodb:GetItem'],
      notRun: { [`dynamodb:GetItem ${people}`]: PLURAL },
    },
    'PUT /employees/:id': {
      requests: [['PUT /employees/1', 'Ada']],
      actions: ['dynamodb:PutItem'],
      notRun: { [`dynamodb:PutItem ${people}`]: PLURAL },
    },
    'GET /payroll/:id': { requests: ['GET /payroll/1'], actions: ['dynamodb:GetItem'] },
    'PUT /payroll/:id': { requests: [['PUT /payroll/1', 5]], actions: ['dynamodb:PutItem'] },
  },
  resources: { 'dynamodb:GetItem': tables, 'dynamodb:PutItem': tables },
  unresolved: [
    { file: 'store.ts', on: 'client.getItem(', says: 'TableName' },
    { file: 'store.ts', on: 'client.putItem(', says: 'TableName' },
  ],
} satisfies Case
