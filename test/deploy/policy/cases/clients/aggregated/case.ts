import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients with a method for each operation',
  routes: {
    'PUT /files/:name': { requests: [['PUT /files/a', 1]], actions: ['dynamodb:PutItem', 's3:PutObject'] },
    'GET /files': { requests: ['GET /files'], actions: ['s3:ListBucket'] },
    'POST /scan': { requests: ['POST /scan'], actions: ['lambda:InvokeFunction'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/file-index'],
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:virus-scan'],
    's3:ListBucket': ['arn:aws:s3:::files'],
    's3:PutObject': ['arn:aws:s3:::files/*'],
  },
} satisfies Case
