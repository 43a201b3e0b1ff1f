import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'closures in loops, counters, partial application, methods that are borrowed, chains that return this',
  routes: {
    'GET /loop/a': { requests: ['GET /loop/a'], actions: ['dynamodb:Scan'] },
    'GET /loop/b': { requests: ['GET /loop/b'], actions: ['dynamodb:Scan'] },
    'GET /shared/short': { requests: ['GET /shared/short'], actions: ['s3:GetObject'] },
    'GET /shared/long': { requests: ['GET /shared/long'], actions: ['s3:GetObject', 's3:PutObject'] },
    'POST /chain': { requests: ['POST /chain'], actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem'] },
    'GET /borrowed': { requests: ['GET /borrowed'], actions: ['ssm:GetParameter'] },
    'GET /generator': { requests: ['GET /generator'], actions: ['dynamodb:Query'] },
    'GET /lazy': { requests: ['GET /lazy'], actions: ['kms:GetPublicKey'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/chained'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/chained'],
    'dynamodb:Query': [
      // A counter may be any number.
      'arn:aws:dynamodb:*:*:table/shard-*',
      'arn:aws:dynamodb:*:*:table/shard-0',
    ],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/loop-a', 'arn:aws:dynamodb:*:*:table/loop-b'],
    'kms:GetPublicKey': ['arn:aws:kms:*:*:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    's3:GetObject': ['arn:aws:s3:::shared-cache/long', 'arn:aws:s3:::shared-cache/short'],
    's3:PutObject': ['arn:aws:s3:::shared-cache/long'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/borrowed'],
  },
} satisfies Case
