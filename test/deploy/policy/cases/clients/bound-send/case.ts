import type { Case } from '../../../harness/case.ts'

export default {
  about: 'methods that are bound, or called by call',
  routes: {
    'POST /visits': { requests: ['POST /visits'], actions: ['cloudwatch:PutMetricData'] },
    'POST /tags': { requests: ['POST /tags'], actions: ['s3:PutBucketTagging'] },
    'GET /alive': { requests: ['GET /alive'], actions: ['s3:ListBucket'] },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    's3:ListBucket': ['arn:aws:s3:::tagged'],
    's3:PutBucketTagging': ['arn:aws:s3:::tagged'],
  },
} satisfies Case
