import type { Case } from '../../../harness/case.ts'

const sessions = ['arn:aws:dynamodb:*:*:table/portal-sessions']
const files = ['arn:aws:s3:::portal-files/*']

export default {
  about: 'parameters that are awaited as the modules load, an authorizer that keeps sessions, tagged files',
  routes: {
    'PUT /files/:name': {
      requests: ['PUT /files/a'],
      actions: ['s3:PutObject', 's3:PutObjectTagging', 'ssm:GetParameter'],
    },
    'PUT /files/:name/scanned': {
      requests: ['PUT /files/a/scanned'],
      actions: ['s3:GetObjectTagging', 's3:PutObjectTagging', 'ssm:GetParameter'],
    },
    'GET /motd': { requests: ['GET /motd'], actions: ['ssm:GetParameter'] },
  },
  authorizers: {
    session: {
      tokens: ['a'],
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'ssm:GetParameter'],
    },
  },
  always: ['ssm:GetParameter'],
  resources: {
    'dynamodb:GetItem': sessions,
    'dynamodb:UpdateItem': sessions,
    's3:GetObjectTagging': files,
    's3:PutObject': files,
    's3:PutObjectTagging': files,
    'ssm:GetParameter': [
      'arn:aws:ssm:*:*:parameter/portal/origin',
      'arn:aws:ssm:*:*:parameter/portal/pepper',
    ],
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { user: { S: 'ada' } } } : undefined),
} satisfies Case
