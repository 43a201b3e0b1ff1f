import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an environment that is parsed by a schema written by hand',
  environment: {
    UPLOADS_BUCKET: 'raw-uploads',
    UPLOADS_PREFIX: 'inbox',
    JOBS_QUEUE_URL: 'https://sqs.us-west-2.amazonaws.com/121212121212/heavy-jobs',
    WORKFLOW_ARN: 'arn:aws:states:us-west-2:121212121212:stateMachine:heavy',
    BATCH_SIZE: '2',
    VERBOSE: 'true',
  },
  routes: {
    'PUT /uploads/:name': { requests: ['PUT /uploads/a.bin'], actions: ['s3:PutObject'] },
    'POST /jobs': { requests: [['POST /jobs', ['a', 'b', 'c']]], actions: ['sqs:SendMessage'] },
    'POST /workflows': { requests: [['POST /workflows', {}]], actions: ['states:StartExecution'] },
  },
  resources: {
    's3:PutObject': ['arn:aws:s3:::raw-uploads/inbox/*'],
    'sqs:SendMessage': ['arn:aws:sqs:us-west-2:121212121212:heavy-jobs'],
    'states:StartExecution': ['arn:aws:states:us-west-2:121212121212:stateMachine:heavy'],
  },
} satisfies Case
