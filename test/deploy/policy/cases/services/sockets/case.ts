import type { Case } from '../../../harness/case.ts'

export default {
  about: 'connections of a WebSocket API',
  routes: {
    'POST /sockets/:id': { requests: [['POST /sockets/a', 1]], actions: ['execute-api:ManageConnections'] },
  },
  resources: {
    'execute-api:ManageConnections': [
      'arn:aws:execute-api:eu-west-1:*:a1b2c3d4e5/prod/DELETE/@connections/*',
      'arn:aws:execute-api:eu-west-1:*:a1b2c3d4e5/prod/POST/@connections/*',
    ],
  },
  answer: ({ operation }) => {
    if (operation === 'PostToConnection') throw new Error('the connection is slow')
    return undefined
  },
} satisfies Case
