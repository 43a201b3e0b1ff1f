import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names that a table of tenants and a file know: each is said to be open, where it is used',
  routes: {
    'PUT /tenants/:id/text': {
      requests: [['PUT /tenants/a/text', 'hi']],
      actions: ['dynamodb:GetItem', 's3:PutObject'],
    },
    'POST /tenants/:id/jobs': {
      requests: [['POST /tenants/a/jobs', 'hi']],
      actions: ['dynamodb:GetItem', 'sqs:SendMessage'],
    },
    'POST /log': { requests: [['POST /log', 'hi']], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/tenants'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/*'],
    's3:PutObject': ['arn:aws:s3:::*/inbox/latest.txt'],
    'sqs:SendMessage': ['arn:aws:sqs:*:*:*'],
  },
  unresolved: [
    { file: 'work.ts', on: 's3.send(', says: 'Bucket' },
    { file: 'work.ts', on: 'sqs.send(', says: 'QueueUrl' },
    { file: 'work.ts', on: 'dynamo.send(', says: 'TableName' },
  ],
  answer: ({ operation }) =>
    operation === 'GetItem'
      ? {
          Item: {
            bucket: { S: 'bucket-of-a' },
            queue: { S: 'https://sqs.ap-northeast-3.amazonaws.com/123456789012/jobs-of-a' },
          },
        }
      : undefined,
} satisfies Case
