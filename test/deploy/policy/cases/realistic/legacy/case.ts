import type { Case } from '../../../harness/case.ts'

export default {
  about: 'old JavaScript: prototypes, callbacks, promisify, a lazy singleton, CommonJS and ES modules',
  routes: {
    'GET /docs/:id': { requests: ['GET /docs/1'], actions: ['s3:GetObject'] },
    'POST /docs/:id': { requests: ['POST /docs/1'], actions: ['s3:PutObject'] },
    'POST /mail': { requests: ['POST /mail'], actions: ['ses:SendEmail'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::legacy-docs/docs/*'],
    's3:PutObject': ['arn:aws:s3:::legacy-docs/docs/*'],
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/example.com', 'arn:aws:ses:*:*:identity/old@example.com'],
  },
} satisfies Case
