import type { Case } from '../../../harness/case.ts'

export default {
  about: 'classes of the SDK that the app extends',
  routes: { 'GET /reports/:name': { requests: ['GET /reports/today'], actions: ['s3:GetObject'] } },
  resources: { 's3:GetObject': ['arn:aws:s3:::reports/daily/*.json'] },
} satisfies Case
