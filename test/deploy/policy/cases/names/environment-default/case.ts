import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a variable that is told wins over its default, which then names nothing',
  routes: {
    'POST /visits': { requests: ['POST /visits'], actions: ['dynamodb:PutItem'] },
    'POST /news': { requests: ['POST /news'], actions: ['sns:Publish'] },
  },
  environment: {
    VISITS_TABLE: 'visits-prod',
    VISITS_TOPIC: 'arn:aws:sns:us-east-1:123456789012:visits-prod',
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/visits-prod'],
    'sns:Publish': ['arn:aws:sns:us-east-1:123456789012:visits-prod'],
  },
} satisfies Case
