import type { Case } from '../../../harness/case.ts'

export default {
  about: 'handlers of commands and of queries in registries by name, of which a request chooses',
  routes: {
    'POST /commands/:name': {
      requests: [
        ['POST /commands/book-room', { room: '1', day: '2' }],
        ['POST /commands/cancel-booking', { room: '1', day: '2' }],
      ],
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'sqs:SendMessage'],
    },
    'GET /queries/:name': {
      requests: ['GET /queries/bookings-of-room?room=1', 'GET /queries/rooms'],
      actions: ['dynamodb:Query', 'dynamodb:Scan'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/bookings'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/bookings'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/bookings'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/rooms'],
    'sqs:SendMessage': ['arn:aws:sqs:us-east-2:444455556666:refunds.fifo'],
  },
} satisfies Case
