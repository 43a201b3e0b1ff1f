import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions that call themselves and each other',
  routes: {
    'GET /keys/:prefix': { requests: ['GET /keys/a'], actions: ['s3:ListBucket'] },
    'GET /even/:n': { requests: ['GET /even/2', 'GET /even/3'], actions: ['states:DescribeStateMachine'] },
  },
  resources: {
    's3:ListBucket': ['arn:aws:s3:::deep'],
    'states:DescribeStateMachine': ['arn:aws:states:eu-west-1:123456789012:stateMachine:odd'],
  },
  answer: ({ input, operation }) =>
    operation === 'ListObjectsV2' && input.ContinuationToken === undefined
      ? { Contents: [{ Key: 'a' }], NextContinuationToken: 'b' }
      : undefined,
} satisfies Case
