import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a generator over a paginator, and a batch of deletions',
  routes: {
    'DELETE /scratch/:folder': {
      requests: ['DELETE /scratch/a'],
      actions: ['s3:DeleteObject', 's3:ListBucket'],
    },
    'GET /scratch/:folder': { requests: ['GET /scratch/a'], actions: ['s3:ListBucket'] },
  },
  resources: { 's3:DeleteObject': ['arn:aws:s3:::scratch/*'], 's3:ListBucket': ['arn:aws:s3:::scratch'] },
  answer: ({ operation }) => (operation === 'ListObjectsV2' ? { Contents: [{ Key: 'a/1' }] } : undefined),
} satisfies Case
