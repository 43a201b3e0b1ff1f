import type { Case } from '../../../harness/case.ts'

export default {
  about: 'imports by name, a command where it is sent',
  routes: {
    'GET /photos/:key': { requests: ['GET /photos/beach.jpg'], actions: ['s3:GetObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::holiday-photos/*'] },
} satisfies Case
