import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions that remember, retry, limit and time out, around those that call',
  routes: {
    'GET /config': { requests: ['GET /config', 'GET /config'], actions: ['secretsmanager:GetSecretValue'] },
    'PUT /rows/:id': { requests: ['PUT /rows/1'], actions: ['dynamodb:PutItem'] },
    'GET /rows/:id': { requests: ['GET /rows/1'], actions: ['dynamodb:GetItem'] },
    'GET /reports': { requests: ['GET /reports'], actions: ['athena:StartQueryExecution'] },
    'POST /batches': { requests: ['POST /batches'], actions: ['kinesis:PutRecords'] },
    'POST /breaker': { requests: ['POST /breaker'], actions: ['lambda:InvokeFunction', 'sqs:SendMessage'] },
  },
  answer: ({ operation }) => {
    if (operation === 'Invoke') throw Object.assign(new Error('busy'), { name: 'TooManyRequestsException' })
  },
  resources: {
    'athena:StartQueryExecution': ['arn:aws:athena:*:*:workgroup/reports'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/retried'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/retried'],
    'kinesis:PutRecords': ['arn:aws:kinesis:*:*:stream/batches'],
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:fragile'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:app/config-??????'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:fragile-fallback'],
  },
  unresolved: [{ file: 'app.ts', on: 'AthenaClient().send', says: 'StartQueryExecution' }],
} satisfies Case
