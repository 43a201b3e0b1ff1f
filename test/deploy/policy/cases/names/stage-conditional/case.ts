import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names that the stage chooses',
  routes: {
    'GET /menus/:day': { requests: ['GET /menus/1'], actions: ['s3:GetObject'] },
    'POST /orders': { requests: ['POST /orders'], actions: ['sqs:SendMessage'] },
  },
  environment: { STAGE: 'production' },
  resources: {
    's3:GetObject': ['arn:aws:s3:::menus/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:orders'],
  },
} satisfies Case
