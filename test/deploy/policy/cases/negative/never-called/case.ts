import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions that nobody calls, a command that nobody sends, comments and texts',
  routes: {
    'GET /hint': { requests: ['GET /hint'], actions: [] },
    'GET /k': { requests: ['GET /k'], actions: ['s3:GetObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::b/k'] },
} satisfies Case
