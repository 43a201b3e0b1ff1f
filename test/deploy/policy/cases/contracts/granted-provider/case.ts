import type { Case } from '../../../harness/case.ts'

const PERMITTED = 'verifiedpermissions:IsAuthorizedWithToken'

export default {
  about: 'a provider of which grants(…) says what it needs',
  routes: {
    'GET /orders': {
      requests: ['GET /orders'],
      actions: ['dynamodb:Query', PERMITTED],
      notRun: { [PERMITTED]: 'grants says so of what is not followed' },
    },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/orders'],
    [PERMITTED]: ['arn:aws:verifiedpermissions::123456789012:policy-store/a'],
  },
} satisfies Case
