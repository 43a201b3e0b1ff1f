import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients that a package of somebody else wraps for tracing',
  installed: { 'tracing-for-lambda': 'vendor/tracing' },
  routes: {
    'GET /raffles/:id': { requests: ['GET /raffles/1'], actions: ['dynamodb:GetItem'] },
    'GET /files/:key': { requests: ['GET /files/1'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/raffles'],
    's3:GetObject': ['arn:aws:s3:::traced/*'],
  },
} satisfies Case
