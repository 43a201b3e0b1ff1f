import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names that change in each of three barrels, a namespace and defaults among them',
  routes: {
    'POST /invoices': { requests: ['POST /invoices'], actions: ['dynamodb:PutItem', 'sns:Publish'] },
    'GET /invoices/:id': { requests: ['GET /invoices/1'], actions: ['dynamodb:GetItem'] },
    'DELETE /invoices/:id': { requests: ['DELETE /invoices/1'], actions: ['dynamodb:DeleteItem'] },
    'GET /invoices/:id/pdf': { requests: ['GET /invoices/1/pdf'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/invoices'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/invoices'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/invoices'],
    's3:GetObject': ['arn:aws:s3:::invoice-pdfs/*.pdf'],
    'sns:Publish': ['arn:aws:sns:us-east-1:123456789012:invoice-created'],
  },
} satisfies Case
