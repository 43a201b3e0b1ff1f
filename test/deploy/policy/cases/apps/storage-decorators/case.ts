import type { Case } from '../../../harness/case.ts'

const key = ['arn:aws:kms:eu-west-1:123456789012:key/0a0a0a0a-1b1b-4c4c-8d8d-2e2e2e2e2e2e']

export default {
  about: 'a storage that a URL decides, decorated with memory, encryption and a folder',
  environment: { SECRETS_URL: 'dynamodb://sealed-secrets' },
  routes: {
    'GET /secrets/:name': { requests: ['GET /secrets/a'], actions: ['dynamodb:GetItem', 'kms:Decrypt'] },
    'PUT /secrets/:name': {
      requests: ['PUT /secrets/a'],
      actions: ['dynamodb:PutItem', 'kms:GenerateDataKey'],
    },
    'GET /notes/:name': { requests: ['GET /notes/a'], actions: ['s3:GetObject'] },
    'PUT /notes/:name': { requests: ['PUT /notes/a'], actions: ['s3:PutObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/sealed-secrets'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/sealed-secrets'],
    'kms:Decrypt': key,
    'kms:GenerateDataKey': key,
    's3:GetObject': ['arn:aws:s3:::public-notes/v1/*'],
    's3:PutObject': ['arn:aws:s3:::public-notes/v1/*'],
  },
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { value: { B: new Uint8Array(70) } } } : undefined,
} satisfies Case
