import type { Case } from '../../../harness/case.ts'

const pricer = ['arn:aws:lambda:*:*:function:*', 'arn:aws:lambda:*:*:function:pricing-engine:live']

export default {
  about: 'services as ReaderTaskEither, which the routes provide with their environment',
  routes: {
    'GET /quotes/:id': { requests: ['GET /quotes/1'], actions: ['dynamodb:GetItem'] },
    'GET /quotes/:id/cached': {
      requests: ['GET /quotes/1/cached'],
      actions: ['dynamodb:GetItem', 'lambda:InvokeFunction'],
    },
    'POST /quotes/:id': {
      requests: ['POST /quotes/1'],
      actions: ['dynamodb:PutItem', 'lambda:InvokeFunction'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/quotes'],
    'dynamodb:PutItem': [
      // What is handed on inside several containers is lost.
      'arn:aws:dynamodb:*:*:table/*',
      'arn:aws:dynamodb:*:*:table/quotes-audit',
    ],
    'lambda:InvokeFunction': pricer,
  },
  unresolved: [
    { file: 'pricing.ts', on: 'lambda.send(', says: 'FunctionName' },
    { file: 'quotes.ts', on: 'dynamo.send(', says: 'TableName' },
  ],
} satisfies Case
