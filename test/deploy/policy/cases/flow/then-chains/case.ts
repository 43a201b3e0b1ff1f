import type { Case } from '../../../harness/case.ts'

export default {
  about: 'chains of then with functions that return functions',
  routes: {
    'POST /move/:key': {
      requests: ['POST /move/a'],
      actions: ['s3:GetObject', 's3:PutObject', 'sns:Publish'],
    },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::inbox/*'],
    's3:PutObject': ['arn:aws:s3:::outbox/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:moved'],
  },
} satisfies Case
