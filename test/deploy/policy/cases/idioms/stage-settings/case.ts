import type { Case } from '../../../harness/case.ts'

export default {
  about: 'JSON of each stage, chosen by a variable, over defaults',
  environment: { DEPLOY_STAGE: 'beta' },
  routes: {
    'GET /files': {
      requests: ['GET /files'],
      actions: ['s3:ListBucket'],
      notRun: {
        's3:ListBucket on arn:aws:s3:::files-for-none':
          'a record that is spread over another may lack the field',
      },
    },
    'POST /jobs': { requests: ['POST /jobs'], actions: ['sqs:SendMessage'] },
    'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:Query'] },
    'GET /flag': { requests: ['GET /flag'], actions: ['ssm:GetParameter'] },
  },
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/rows_beta'],
    's3:ListBucket': ['arn:aws:s3:::files-for-beta', 'arn:aws:s3:::files-for-none'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-3:123456789012:jobs-default'],
    // What node:path makes of its parts is not worked out.
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/*'],
  },
  unresolved: [{ file: 'app.ts', on: 'SSMClient().send(', says: 'Name of GetParameter' }],
} satisfies Case
