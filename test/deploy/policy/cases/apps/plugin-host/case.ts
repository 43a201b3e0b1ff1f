import type { Case } from '../../../harness/case.ts'

const queue = 'arn:aws:sqs:ap-southeast-2:101010101010:jobs'

export default {
  about: 'plug-ins that bring routes, checks and hooks, hosted in a list',
  routes: {
    'GET /assets/:name': {
      requests: ['GET /assets/a.css'],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 's3:GetObject'],
    },
    'POST /jobs': {
      requests: [['POST /jobs', {}]],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:SendMessage'],
    },
    'GET /health': { requests: ['GET /health'], actions: ['s3:ListBucket', 'sqs:GetQueueAttributes'] },
  },
  environment: { AUDIT: 'on' },
  resources: {
    'logs:CreateLogStream': ['arn:aws:logs:*:*:log-group:/audit/plugins:log-stream:requests'],
    'logs:PutLogEvents': ['arn:aws:logs:*:*:log-group:/audit/plugins:log-stream:requests'],
    's3:GetObject': ['arn:aws:s3:::plugin-assets/public/*'],
    's3:ListBucket': ['arn:aws:s3:::plugin-assets'],
    'sqs:GetQueueAttributes': [queue],
    'sqs:SendMessage': [queue],
  },
} satisfies Case
