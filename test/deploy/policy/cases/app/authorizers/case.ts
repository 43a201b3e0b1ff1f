import type { Case } from '../../../harness/case.ts'

export default {
  about: 'built-in authorizers have needs of their own, which their routes have not',
  routes: {
    'GET /private/:key': { requests: ['GET /private/a'], actions: ['s3:GetObject'] },
    'GET /sealed/:key': { requests: ['GET /sealed/a'], actions: ['s3:GetObject'] },
    'GET /public/:key': { requests: ['GET /public/a'], actions: ['s3:GetObject'] },
  },
  authorizers: {
    sealed: { tokens: ['abc'], actions: ['kms:Decrypt'] },
    users: { tokens: ['abc'], actions: ['dynamodb:GetItem'] },
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { token: { S: 'abc' } } } : undefined),
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/tokens'],
    'kms:Decrypt': ['arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    's3:GetObject': ['arn:aws:s3:::private/*', 'arn:aws:s3:::public/*', 'arn:aws:s3:::sealed/*'],
  },
} satisfies Case
