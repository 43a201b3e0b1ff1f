import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a saga: steps that are added one by one, and undone in reverse when one fails',
  routes: {
    'PUT /trips/:id': {
      requests: ['PUT /trips/1'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'lambda:InvokeFunction', 'states:StartExecution'],
    },
    'PUT /flights/:id': {
      requests: ['PUT /flights/1'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
      notRun: { 'dynamodb:DeleteItem': 'a saga of one step has nothing to undo when that fails' },
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/flights'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/flights'],
    'lambda:InvokeFunction': [
      'arn:aws:lambda:*:*:function:hotels-release',
      'arn:aws:lambda:*:*:function:hotels-reserve',
    ],
    'states:StartExecution': ['arn:aws:states:eu-west-1:999988887777:stateMachine:trip-payment'],
  },
  answer: ({ operation }) => {
    if (operation === 'StartExecution') throw new Error('declined')
    return undefined
  },
} satisfies Case
