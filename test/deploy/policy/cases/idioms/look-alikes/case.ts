import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a send that is not AWS, classes with names of the SDK, names that are shadowed, types alone',
  routes: {
    'POST /mails': { requests: ['POST /mails'], actions: [] },
    'GET /mine': { requests: ['GET /mine'], actions: [] },
    'GET /shadow': { requests: ['GET /shadow'], actions: ['s3:GetObject'] },
    'GET /types': { requests: ['GET /types'], actions: [] },
    'GET /constructed': { requests: ['GET /constructed'], actions: [] },
    'GET /instance': { requests: ['GET /instance'], actions: ['dynamodb:GetItem'] },
    'GET /socket': { requests: ['GET /socket'], actions: [] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/genuine'],
    's3:GetObject': ['arn:aws:s3:::genuine/a'],
  },
} satisfies Case
