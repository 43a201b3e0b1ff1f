import type { Case } from '../../../harness/case.ts'

const messages = 'arn:aws:dynamodb:ap-northeast-3:123456789012:table/chat_messages'
const SHARED = 'the queries of both routes are made in one place'

export default {
  about: 'queries that run when they are awaited, tables that are objects until they are texts',
  environment: { TABLE_PREFIX: 'chat' },
  routes: {
    'GET /rooms/:room/messages': {
      requests: ['GET /rooms/1/messages'],
      actions: ['dynamodb:Query'],
      notRun: { [`dynamodb:Query on ${messages}`]: SHARED },
    },
    'DELETE /rooms/:room/messages': {
      requests: ['DELETE /rooms/1/messages'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:Query'],
      notRun: { [`dynamodb:Query on ${messages}/index/latest`]: SHARED },
    },
    'POST /rooms/:room/name': {
      requests: [['POST /rooms/1/name', 'One']],
      actions: ['dynamodb:PartiQLUpdate'],
    },
    'GET /rooms/:room': { requests: ['GET /rooms/1'], actions: ['dynamodb:PartiQLSelect'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/chat_messages'],
    'dynamodb:PartiQLSelect': ['arn:aws:dynamodb:*:*:table/chat_rooms'],
    'dynamodb:PartiQLUpdate': ['arn:aws:dynamodb:*:*:table/chat_rooms'],
    'dynamodb:Query': [
      'arn:aws:dynamodb:*:*:table/chat_messages',
      'arn:aws:dynamodb:*:*:table/chat_messages/index/latest',
    ],
  },
  answer: ({ operation }) => (operation === 'Query' ? { Items: [{ room: { S: '1' } }] } : undefined),
} satisfies Case
