import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what is missing is made, by the class or the name of the error',
  routes: {
    'PUT /late/:id': { requests: ['PUT /late/1'], actions: ['dynamodb:CreateTable', 'dynamodb:PutItem'] },
    'PUT /secrets/:name': {
      requests: [['PUT /secrets/a', 'b']],
      actions: ['secretsmanager:CreateSecret', 'secretsmanager:PutSecretValue'],
    },
  },
  resources: {
    'dynamodb:CreateTable': ['arn:aws:dynamodb:*:*:table/late'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/late'],
    'secretsmanager:CreateSecret': ['arn:aws:secretsmanager:*:*:secret:app/*-??????'],
    'secretsmanager:PutSecretValue': ['arn:aws:secretsmanager:*:*:secret:app/*-??????'],
  },
  answer: ({ operation }) => {
    if (operation === 'PutItem') throw new ResourceNotFoundException({ message: 'no', $metadata: {} })
    if (operation === 'PutSecretValue')
      throw Object.assign(new Error('no'), { name: 'ResourceNotFoundException' })
    return undefined
  },
} satisfies Case
