import type { Case } from '../../../harness/case.ts'

export default {
  about: 'settings that are read as the module loads: every route needs them',
  routes: {
    'GET /settings': { requests: ['GET /settings'], actions: ['ssm:GetParametersByPath'] },
    'GET /rows/:id': { requests: ['GET /rows/1'], actions: ['dynamodb:GetItem', 'ssm:GetParametersByPath'] },
  },
  always: ['ssm:GetParametersByPath'],
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/rows'],
    'ssm:GetParametersByPath': ['arn:aws:ssm:*:*:parameter/settings', 'arn:aws:ssm:*:*:parameter/settings/*'],
  },
} satisfies Case
