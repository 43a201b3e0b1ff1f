import type { Case } from '../../../harness/case.ts'

export default {
  about: 'constructed and applied by Reflect, call, apply and bind',
  routes: {
    'PUT /keys/:id': { requests: ['PUT /keys/1'], actions: ['kms:Encrypt'] },
    'GET /keys/:id': { requests: ['GET /keys/1'], actions: ['kms:Decrypt'] },
    'POST /keys/:id': { requests: ['POST /keys/1'], actions: ['kms:GenerateDataKey'] },
    'GET /keys': { requests: ['GET /keys'], actions: ['kms:ListKeys'] },
    'HEAD /keys/:id': { requests: ['HEAD /keys/1'], actions: ['kms:DescribeKey'] },
  },
  resources: {
    'kms:Decrypt': ['arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e'],
    'kms:DescribeKey': ['arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e'],
    'kms:Encrypt': ['arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e'],
    'kms:GenerateDataKey': ['arn:aws:kms:us-east-1:123456789012:key/0d990263-018e-4e65-a703-eff731de951e'],
    'kms:ListKeys': ['*'],
  },
} satisfies Case
