import type { Case } from '../../../harness/case.ts'

export default {
  about: 'services whose prefix in IAM is not the name of their client',
  routes: {
    'GET /users/:name': { requests: ['GET /users/ada'], actions: ['cognito-idp:AdminGetUser'] },
    'POST /clicks': { requests: [['POST /clicks', 1]], actions: ['firehose:PutRecordBatch'] },
    'POST /lamps/:id': { requests: ['POST /lamps/1'], actions: ['iot:Publish'] },
    'POST /resize': { requests: ['POST /resize'], actions: ['lambda:InvokeFunction'] },
    'GET /rows': {
      requests: ['GET /rows'],
      actions: ['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'],
    },
  },
  resources: {
    'cognito-idp:AdminGetUser': ['arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_AbCdEfGhI'],
    'firehose:PutRecordBatch': ['arn:aws:firehose:*:*:deliverystream/clicks'],
    'iot:Publish': ['arn:aws:iot:*:*:topic/lamps/*/set'],
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:resize:live'],
    'rds-data:ExecuteStatement': ['arn:aws:rds:eu-west-1:123456789012:cluster:shop'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-db-a1b2c3'],
  },
} satisfies Case
