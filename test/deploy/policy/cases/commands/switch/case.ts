import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a switch',
  routes: {
    'POST /runs/:name/:verb': {
      requests: ['POST /runs/a/start', 'POST /runs/a/stop', 'POST /runs/a/show', 'POST /runs/a/else'],
      actions: ['states:DescribeExecution', 'states:StartExecution', 'states:StopExecution'],
    },
  },
  resources: {
    'states:DescribeExecution': ['arn:aws:states:eu-west-1:123456789012:execution:orders:*'],
    'states:StartExecution': ['arn:aws:states:eu-west-1:123456789012:stateMachine:orders'],
    'states:StopExecution': ['arn:aws:states:eu-west-1:123456789012:execution:orders:*'],
  },
} satisfies Case
