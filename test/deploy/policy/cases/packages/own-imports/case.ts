import type { Case } from '../../../harness/case.ts'

export default {
  about: 'imports of a package.json, and .js for what is TypeScript',
  packages: {},
  routes: {
    'GET /rates/:day': { requests: ['GET /rates/1'], actions: ['s3:GetObject'] },
    'GET /convert/:sum': { requests: ['GET /convert/1'], actions: ['s3:GetObject', 'sqs:SendMessage'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::rates/*.json', 'arn:aws:s3:::rates/today.json'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:conversions'],
  },
} satisfies Case
