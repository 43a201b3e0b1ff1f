import type { Case } from '../../../harness/case.ts'

export default {
  about: "classes and methods of the app's own that are called as the SDK's are",
  routes: {
    'PUT /a/:key': { requests: ['PUT /a/1'], actions: [] },
    'POST /b': { requests: ['POST /b'], actions: [] },
    'GET /c': { requests: ['GET /c'], actions: ['s3:GetObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::real/real'] },
} satisfies Case
