import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an environment that functions put together from variables, and handlers that hand it on',
  environment: {
    MEMBERS: 'members',
    STAGE: 'test',
    MAILS: 'https://sqs.eu-west-1.amazonaws.com/123456789012/mails',
  },
  routes: {
    'GET /members/:id': { requests: ['GET /members/1'], actions: ['dynamodb:BatchGetItem'] },
    'POST /members': {
      requests: [['POST /members', { id: '1' }]],
      actions: ['dynamodb:PutItem', 'sqs:SendMessage'],
    },
  },
  resources: {
    'dynamodb:BatchGetItem': ['arn:aws:dynamodb:*:*:table/members', 'arn:aws:dynamodb:*:*:table/test-teams'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/members'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:mails'],
  },
} satisfies Case
