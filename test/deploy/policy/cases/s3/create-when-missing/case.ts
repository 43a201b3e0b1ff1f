import { NotFound } from '@aws-sdk/client-s3'
import type { Case } from '../../../harness/case.ts'

let isCreated = false

export default {
  about: 'what is missing is made: calls in a catch, in both arms of then, and a waiter',
  routes: {
    'PUT /entries/:day': {
      requests: [['PUT /entries/1', 1]],
      actions: ['s3:CreateBucket', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
    },
  },
  resources: {
    's3:CreateBucket': ['arn:aws:s3:::journal'],
    's3:GetObject': ['arn:aws:s3:::journal/*.md'],
    's3:ListBucket': ['arn:aws:s3:::journal'],
    's3:PutObject': ['arn:aws:s3:::journal/*.md'],
  },
  answer: ({ operation }) => {
    if (operation === 'CreateBucket') isCreated = true
    if (operation === 'HeadBucket' && isCreated) return undefined
    if (operation === 'HeadBucket' || operation === 'HeadObject')
      throw new NotFound({ message: 'there is none', $metadata: { httpStatusCode: 404 } })
    return undefined
  },
} satisfies Case
