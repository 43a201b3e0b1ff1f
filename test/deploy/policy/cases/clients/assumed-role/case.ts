import type { Case } from '../../../harness/case.ts'

export default {
  about: 'credentials of another role; the caller needs no permission to ask who it is',
  routes: {
    'GET /partner/:key': { requests: ['GET /partner/a'], actions: ['s3:GetObject', 'sts:AssumeRole'] },
    'GET /role': { requests: ['GET /role'], actions: ['sts:AssumeRole'] },
    'GET /who': { requests: ['GET /who'], actions: [] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::partner-data/*'],
    'sts:AssumeRole': [
      'arn:aws:iam::123456789012:role/auditor',
      'arn:aws:iam::210987654321:role/partner-reader',
    ],
  },
} satisfies Case
