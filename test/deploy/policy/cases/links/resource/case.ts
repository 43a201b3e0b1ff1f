import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names of what SST links',
  routes: {
    'PUT /photos/:key': { requests: [['PUT /photos/a', 1]], actions: ['s3:PutObject'] },
    'POST /rows': { requests: ['POST /rows'], actions: ['dynamodb:PutItem'] },
    'POST /jobs': { requests: ['POST /jobs'], actions: ['sqs:SendMessage'] },
  },
  links: {
    CasePhotos: { name: 'app-prod-photos-abcd' },
    CaseRows: { name: 'app-prod-rows-abcd' },
    CaseJobs: { url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs' },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/app-prod-rows-abcd'],
    's3:PutObject': ['arn:aws:s3:::app-prod-photos-abcd/originals/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:jobs'],
  },
} satisfies Case
