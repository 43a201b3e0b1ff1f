import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the class of the command is a parameter',
  routes: {
    'GET /flags/:name': { requests: ['GET /flags/a'], actions: ['ssm:GetParameter'] },
    'PUT /flags/:name': { requests: ['PUT /flags/a'], actions: ['ssm:PutParameter'] },
  },
  resources: {
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/flags/all'],
    'ssm:PutParameter': ['arn:aws:ssm:*:*:parameter/flags/*'],
  },
} satisfies Case
