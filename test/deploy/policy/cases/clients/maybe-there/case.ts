import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients that may not be there: a variable, an optional call, globalThis',
  routes: {
    'GET /bookings': { requests: ['GET /bookings'], actions: ['dynamodb:Scan'] },
    'POST /bookings': { requests: [['POST /bookings', 1]], actions: ['dynamodb:PutItem'] },
    'GET /terms': { requests: ['GET /terms'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/bookings'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/bookings'],
    's3:GetObject': ['arn:aws:s3:::legal/terms'],
  },
} satisfies Case
