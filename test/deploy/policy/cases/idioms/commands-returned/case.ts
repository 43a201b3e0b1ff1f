import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'functions that return commands: switch, nested conditionals, &&, tables with in, a queue of commands',
  routes: {
    'POST /acts/:act': {
      requests: ['POST /acts/add', 'POST /acts/drop', 'POST /acts/other'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:DescribeTable', 'dynamodb:PutItem'],
    },
    'GET /nested': {
      requests: ['GET /nested?a=1', 'GET /nested?b=1', 'GET /nested'],
      actions: ['s3:GetObject', 's3:ListBucket'],
    },
    'GET /and': { requests: ['GET /and?with=tags', 'GET /and'], actions: ['s3:GetObjectTagging'] },
    'GET /table/:op': { requests: ['GET /table/count', 'GET /table/toString'], actions: ['dynamodb:Scan'] },
    'POST /queue': { requests: ['POST /queue'], actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    'GET /constant': { requests: ['GET /constant'], actions: ['dynamodb:DescribeTable'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/acts'],
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/acts'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/acts', 'arn:aws:dynamodb:*:*:table/queued'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/acts'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/queued'],
    's3:GetObject': ['arn:aws:s3:::nested/a', 'arn:aws:s3:::nested/b'],
    's3:GetObjectTagging': ['arn:aws:s3:::nested/tagged'],
    's3:ListBucket': ['arn:aws:s3:::nested'],
  },
} satisfies Case
