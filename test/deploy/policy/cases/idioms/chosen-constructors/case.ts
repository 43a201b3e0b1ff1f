import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the class of a command out of a conditional, a map, a parameter and a static field',
  routes: {
    'POST /jobs/:id/:verb': {
      requests: ['POST /jobs/1/start', 'POST /jobs/1/stop'],
      actions: ['states:StartExecution', 'states:StopExecution'],
    },
    'PUT /settings/:name': { requests: ['PUT /settings/1'], actions: ['ssm:PutParameter'] },
    'GET /settings/:name': { requests: ['GET /settings/1'], actions: ['ssm:GetParameter'] },
    'GET /secrets/:name': {
      requests: ['GET /secrets/1', 'GET /secrets/1?describe=1'],
      actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    },
  },
  resources: {
    'secretsmanager:DescribeSecret': ['arn:aws:secretsmanager:*:*:secret:prod/*-??????'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:prod/*-??????'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/shop/*'],
    'ssm:PutParameter': ['arn:aws:ssm:*:*:parameter/shop/*'],
    'states:StartExecution': ['arn:aws:states:eu-west-1:123456789012:stateMachine:jobs'],
    'states:StopExecution': ['arn:aws:states:eu-west-1:123456789012:execution:jobs:*'],
  },
} satisfies Case
