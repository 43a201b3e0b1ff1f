import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names made of constants: templates, joins, concatenation, destructured records, functions',
  routes: {
    'GET /a/:key': { requests: ['GET /a/1'], actions: ['s3:GetObject'] },
    'PUT /b/:key': { requests: [['PUT /b/1', 1]], actions: ['s3:PutObject'] },
    'GET /c/:id': { requests: ['GET /c/1'], actions: ['dynamodb:GetItem'] },
    'GET /d/:tier': { requests: ['GET /d/gold', 'GET /d/x'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/shop-prod-rows'],
    's3:GetObject': [
      'arn:aws:s3:::shop-archive/v2/*',
      'arn:aws:s3:::shop-free-prod/index',
      'arn:aws:s3:::shop-gold-prod/index',
    ],
    's3:PutObject': ['arn:aws:s3:::shop-live/v2/in/*'],
  },
} satisfies Case
