import type { Case } from '../../../harness/case.ts'

export default {
  about: 'folders of features behind barrels, one table of clients that are made when first asked for',
  environment: { APP_STAGE: 'prod' },
  routes: {
    'GET /articles/:slug': { requests: ['GET /articles/a'], actions: ['dynamodb:GetItem'] },
    'PUT /articles/:slug': {
      requests: [['PUT /articles/a', 'text']],
      actions: ['dynamodb:PutItem', 'sqs:SendMessage'],
    },
    'GET /v2/media/:name': { requests: ['GET /v2/media/a'], actions: ['s3:GetObject'] },
    'PUT /v2/media/:name': { requests: ['PUT /v2/media/a'], actions: ['s3:PutObject'] },
    'POST /reindex/:slug': { requests: ['POST /reindex/a'], actions: ['sqs:SendMessage'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/blog-prod-articles'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/blog-prod-articles'],
    's3:GetObject': ['arn:aws:s3:::blog-prod-media/media/*'],
    's3:PutObject': ['arn:aws:s3:::blog-prod-media/media/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:blog-prod-search-index'],
  },
} satisfies Case
