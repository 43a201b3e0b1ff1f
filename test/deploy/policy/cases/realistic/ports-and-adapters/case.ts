import type { Case } from '../../../harness/case.ts'

let found = true

export default {
  about: 'ports, adapters and use cases; one function that presigns for reading and for writing',
  routes: {
    'GET /photos/:id': {
      requests: ['GET /photos/1'],
      actions: ['dynamodb:GetItem', 's3:GetObject', 'sns:Publish'],
      notRun: { 'sns:Publish': 'nothing fails here' },
    },
    'PUT /photos/:id/link': {
      requests: ['PUT /photos/1/link'],
      actions: ['s3:PutObject', 'sns:Publish'],
      notRun: { 'sns:Publish': 'nothing fails here' },
    },
    'POST /photos/:id/publication': {
      requests: ['POST /photos/1/publication'],
      actions: ['dynamodb:UpdateItem', 'sns:Publish'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/gallery'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/gallery'],
    's3:GetObject': ['arn:aws:s3:::gallery-photos/*/original'],
    's3:PutObject': ['arn:aws:s3:::gallery-photos/*/original'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:gallery'],
  },
  answer: ({ operation }) => {
    if (operation !== 'GetItem') return undefined
    found = !found
    return { Item: { id: '1', found } }
  },
} satisfies Case
