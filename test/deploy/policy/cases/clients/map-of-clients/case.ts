import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients kept in a Map by region',
  routes: { 'POST /events': { requests: [['POST /events', 1]], actions: ['kinesis:PutRecord'] } },
  resources: {
    'kinesis:PutRecord': [
      'arn:aws:kinesis:eu-west-1:*:stream/events',
      'arn:aws:kinesis:us-east-1:*:stream/events',
    ],
  },
} satisfies Case
