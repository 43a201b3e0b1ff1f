import type { Case } from '../../../harness/case.ts'

export default {
  about: 'groups with prefixes, a route in two of them, and a monoid',
  routes: {
    'GET /v1/pages/:name': { requests: ['GET /v1/pages/a'], actions: ['s3:GetObject'] },
    'POST /v1/contact': { requests: [['POST /v1/contact', 'hi']], actions: ['sqs:SendMessage'] },
    'GET /api/v2/pages/:name': { requests: ['GET /api/v2/pages/a'], actions: ['s3:GetObject'] },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::pages/*.html'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:contact'],
  },
} satisfies Case
