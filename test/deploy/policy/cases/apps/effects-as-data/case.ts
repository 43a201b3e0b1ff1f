import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a core that decides and does nothing, and an interpreter that does what each decision says',
  routes: {
    'PUT /tickets/:id': {
      requests: [['PUT /tickets/1', 'broken']],
      actions: ['dynamodb:PutItem', 'sns:Publish'],
    },
    'POST /tickets/:id/closing': {
      requests: [['POST /tickets/1/closing', 'mended']],
      actions: ['s3:PutObject'],
    },
    'DELETE /tickets/:id': { requests: ['DELETE /tickets/1'], actions: [] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/tickets'],
    's3:PutObject': ['arn:aws:s3:::ticket-archive/closed/*.txt'],
    'sns:Publish': ['arn:aws:sns:eu-north-1:123123123123:tickets'],
  },
} satisfies Case
