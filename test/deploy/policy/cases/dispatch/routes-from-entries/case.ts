import type { Case } from '../../../harness/case.ts'

export default {
  about: 'routes from the entries of a record, whose keys say method and path',
  routes: {
    'GET /parameters/one': { requests: ['GET /parameters/one'], actions: ['ssm:GetParameter'] },
    'PUT /parameters/two': { requests: [['PUT /parameters/two', 'a']], actions: ['ssm:PutParameter'] },
    'DELETE /parameters/three': { requests: ['DELETE /parameters/three'], actions: ['ssm:DeleteParameter'] },
  },
  resources: {
    'ssm:DeleteParameter': ['arn:aws:ssm:*:*:parameter/entries/three'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/entries/one'],
    'ssm:PutParameter': ['arn:aws:ssm:*:*:parameter/entries/two'],
  },
} satisfies Case
