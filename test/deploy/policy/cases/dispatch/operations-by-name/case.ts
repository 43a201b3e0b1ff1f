import type { Case } from '../../../harness/case.ts'

export default {
  about: 'methods of a client by computed names that the source decides',
  routes: {
    'GET /x/:key': { requests: ['GET /x/1'], actions: ['s3:GetObject'] },
    'POST /plan': { requests: ['POST /plan'], actions: ['dynamodb:CreateTable', 'dynamodb:DeleteTable'] },
    'PUT /bucket': { requests: ['PUT /bucket'], actions: ['s3:CreateBucket'] },
  },
  resources: {
    'dynamodb:CreateTable': ['arn:aws:dynamodb:*:*:table/planned'],
    'dynamodb:DeleteTable': ['arn:aws:dynamodb:*:*:table/planned-before'],
    's3:CreateBucket': ['arn:aws:s3:::by-name'],
    's3:GetObject': ['arn:aws:s3:::by-name/*'],
  },
} satisfies Case
