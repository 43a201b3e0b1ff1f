import type { Case } from '../../../harness/case.ts'

export default {
  about: 'readers of the environment and of what a provider around them gives',
  routes: {
    'GET /pages/:name': { requests: ['GET /pages/a'], actions: ['dynamodb:GetItem', 's3:GetObject'] },
    'PUT /pages/:name': { requests: ['PUT /pages/a'], actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/shops'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/pages'],
    's3:GetObject': ['arn:aws:s3:::shop-pages/*/*.html', 'arn:aws:s3:::shop-pages/1/*.html'],
  },
} satisfies Case
