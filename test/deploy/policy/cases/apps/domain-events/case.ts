import type { Case } from '../../../harness/case.ts'

export default {
  about: 'events of a domain by name, with subscribers that register as their modules load',
  routes: {
    'PUT /members/:id': {
      requests: [['PUT /members/1', 'a@b.example']],
      actions: ['dynamodb:PutItem', 'kinesis:PutRecord', 'ses:SendEmail'],
    },
    'DELETE /members/:id': {
      requests: ['DELETE /members/1'],
      actions: ['dynamodb:DeleteItem', 'kinesis:PutRecord'],
    },
    'POST /members/:id/lost-card': { requests: ['POST /members/1/lost-card'], actions: ['iot:Publish'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/club-members'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/club-members'],
    'iot:Publish': ['arn:aws:iot:*:*:topic/gates/*/revoked'],
    'kinesis:PutRecord': ['arn:aws:kinesis:*:*:stream/club-ledger'],
    'ses:SendEmail': ['arn:aws:ses:eu-west-1:123456789012:identity/club.example'],
  },
} satisfies Case
