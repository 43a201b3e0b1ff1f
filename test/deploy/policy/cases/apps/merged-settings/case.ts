import type { Case } from '../../../harness/case.ts'

const DEFAULT = 'a default that the merge replaces'
const uploads = 's3:PutObject on arn:aws:s3:::web-uploads'
const tables = 'on arn:aws:dynamodb:eu-west-1:123456789012:table'

export default {
  about:
    'settings of a file, of the stage and of JSON in a variable, merged in depth, and names out of an ARN',
  environment: {
    STAGE: 'prod',
    SETTINGS_JSON: '{"tables":{"sessions":"sessions-v2"}}',
    ALERTS_TOPIC_ARN: 'arn:aws:sns:us-east-1:343434343434:alerts',
  },
  routes: {
    'GET /sessions/:id': {
      requests: ['GET /sessions/1'],
      actions: ['dynamodb:GetItem'],
      notRun: { [`dynamodb:GetItem ${tables}/web-sessions`]: DEFAULT },
    },
    'PUT /carts/:id': {
      requests: ['PUT /carts/1'],
      actions: ['dynamodb:PutItem'],
      notRun: { [`dynamodb:PutItem ${tables}/web-carts`]: DEFAULT },
    },
    'PUT /uploads/:name': {
      requests: ['PUT /uploads/1'],
      actions: ['s3:PutObject'],
      notRun: { [`${uploads}-dev/`]: DEFAULT, [`${uploads}-prod/tmp/`]: DEFAULT },
    },
    'POST /alerts': { requests: [['POST /alerts', 'fire']], actions: ['sns:Publish', 'sqs:SendMessage'] },
  },
  resources: {
    'dynamodb:GetItem': [
      'arn:aws:dynamodb:eu-west-1:*:table/sessions-v2',
      'arn:aws:dynamodb:eu-west-1:*:table/web-sessions',
    ],
    'dynamodb:PutItem': [
      'arn:aws:dynamodb:eu-west-1:*:table/shop-carts',
      'arn:aws:dynamodb:eu-west-1:*:table/web-carts',
    ],
    's3:PutObject': [
      'arn:aws:s3:::web-uploads-dev/final/*',
      'arn:aws:s3:::web-uploads-dev/tmp/*',
      'arn:aws:s3:::web-uploads-prod/final/*',
      'arn:aws:s3:::web-uploads-prod/tmp/*',
    ],
    'sns:Publish': ['arn:aws:sns:us-east-1:343434343434:alerts'],
    'sqs:SendMessage': ['arn:aws:sqs:us-east-1:343434343434:alerts-log'],
  },
} satisfies Case
