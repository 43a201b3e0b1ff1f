import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a function that makes the command, and one that sends it',
  routes: { 'POST /orders': { requests: [['POST /orders', { id: 1 }]], actions: ['events:PutEvents'] } },
  resources: { 'events:PutEvents': ['arn:aws:events:*:*:event-bus/shop'] },
} satisfies Case
