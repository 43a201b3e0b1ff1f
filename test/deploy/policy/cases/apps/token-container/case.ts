import type { Case } from '../../../harness/case.ts'

const key = 'arn:aws:kms:eu-west-3:555566667777:key/1f1f1f1f-0000-4000-8000-000000000000'

export default {
  about: 'a container of services by symbol, with lifetimes and factories that ask it for what they need',
  routes: {
    'GET /documents/:id': { requests: ['GET /documents/1'], actions: ['kms:Decrypt', 's3:GetObject'] },
    'PUT /documents/:id': {
      requests: [['PUT /documents/1', 'text']],
      actions: ['kms:Encrypt', 's3:PutObject'],
    },
    'PUT /seals': { requests: [['PUT /seals', 'text']], actions: ['kms:Encrypt'] },
  },
  resources: {
    'kms:Decrypt': [key],
    'kms:Encrypt': [key],
    's3:GetObject': ['arn:aws:s3:::legal-documents/sealed/*.bin'],
    's3:PutObject': ['arn:aws:s3:::legal-documents/sealed/*.bin'],
  },
} satisfies Case
