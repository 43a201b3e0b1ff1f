import type { Case } from '../../../harness/case.ts'

export default {
  about: 'operations that the caller names: no source decides them, and it is said where',
  routes: {
    'POST /s3/:operation': {
      requests: ['POST /s3/getObject'],
      actions: [],
      beyond: { 's3:GetObject': 'the caller names the operation' },
    },
    'POST /dynamodb/:name': {
      requests: ['POST /dynamodb/GetItemCommand'],
      actions: [],
      beyond: { 'dynamodb:GetItem': 'the caller names the operation' },
    },
  },
  resources: {},
  unresolved: [
    { file: 'app.ts', on: 'sdk[params.name', says: 'client-dynamodb' },
    { file: 'app.ts', on: '[params.operation]', says: 'operation' },
    { file: 'app.ts', on: 'client.send(new Command', says: 'command' },
  ],
} satisfies Case
