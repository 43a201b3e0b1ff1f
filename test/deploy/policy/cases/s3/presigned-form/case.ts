import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a presigned form',
  routes: { 'POST /forms/:user': { requests: ['POST /forms/ada'], actions: ['s3:PutObject'] } },
  resources: { 's3:PutObject': ['arn:aws:s3:::avatars/users/*/*'] },
} satisfies Case
