import { NotFound } from '@aws-sdk/client-s3'
import type { Case } from '../../../harness/case.ts'

export default {
  about: 'paginators that are handed on, as methods, and never read; waiters for there and not there',
  routes: {
    'GET /flags': { requests: ['GET /flags'], actions: ['ssm:GetParametersByPath'] },
    'GET /tables': { requests: ['GET /tables'], actions: ['dynamodb:ListTables'] },
    'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:Scan'] },
    'GET /logs': { requests: ['GET /logs'], actions: ['logs:FilterLogEvents'] },
    'POST /wait/:key': { requests: ['POST /wait/a'], actions: ['s3:GetObject'] },
    'GET /unread': { requests: ['GET /unread'], actions: [] },
  },
  resources: {
    'dynamodb:ListTables': ['*'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/rows'],
    'logs:FilterLogEvents': ['arn:aws:logs:*:*:log-group:/shop:*'],
    's3:GetObject': ['arn:aws:s3:::awaited/*', 'arn:aws:s3:::awaited/*.lock'],
    'ssm:GetParametersByPath': ['arn:aws:ssm:*:*:parameter/flags', 'arn:aws:ssm:*:*:parameter/flags/*'],
  },
  answer: ({ input, operation }) => {
    if (operation === 'HeadObject' && String(input.Key).endsWith('.lock'))
      throw new NotFound({ message: 'gone', $metadata: { httpStatusCode: 404 } })
    return undefined
  },
} satisfies Case
