import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'a lease that is given back as its scope ends, an emitter with listeners of its own, a signal that is aborted',
  routes: {
    'POST /imports/:key': {
      requests: ['POST /imports/a'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 's3:GetObject', 'sns:Publish'],
    },
    'DELETE /imports/:key': {
      requests: ['DELETE /imports/a'],
      actions: ['cloudwatch:PutMetricData', 'dynamodb:PutItem'],
    },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/leases'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/leases'],
    's3:GetObject': ['arn:aws:s3:::imports/csv/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:676767676767:imports'],
  },
} satisfies Case
