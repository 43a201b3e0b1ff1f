import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one module that imports the SDK in every way at once',
  routes: {
    'PUT /documents/:id': { requests: ['PUT /documents/1'], actions: ['s3:PutObject'] },
    'GET /documents/:id': { requests: ['GET /documents/1'], actions: ['s3:GetObject'] },
    'DELETE /documents/:id': { requests: ['DELETE /documents/1'], actions: ['s3:DeleteObject'] },
    'POST /documents/:id/events': { requests: ['POST /documents/1/events'], actions: ['sqs:SendMessage'] },
    'GET /documents/:id/meta': { requests: ['GET /documents/1/meta'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/document-meta'],
    's3:DeleteObject': ['arn:aws:s3:::acme-documents/docs/*'],
    's3:GetObject': ['arn:aws:s3:::acme-documents/docs/*'],
    's3:PutObject': ['arn:aws:s3:::acme-documents/docs/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-central-1:123456789012:document-events'],
  },
} satisfies Case
