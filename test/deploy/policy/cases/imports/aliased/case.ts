import type { Case } from '../../../harness/case.ts'

export default {
  about: 'imports under other names, of calix as well',
  routes: {
    'PUT /notes/:id': { requests: [['PUT /notes/1', 'hello']], actions: ['s3:PutObject'] },
  },
  resources: { 's3:PutObject': ['arn:aws:s3:::notes/*.txt'] },
} satisfies Case
