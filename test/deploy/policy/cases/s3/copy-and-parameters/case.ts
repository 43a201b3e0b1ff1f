import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a copy, tags, an access control list, a version: permissions by parameter',
  routes: {
    'POST /drafts/:id/publish': {
      requests: ['POST /drafts/1/publish'],
      actions: ['s3:GetObject', 's3:PutObject'],
    },
    'PUT /drafts/:id': {
      requests: [['PUT /drafts/1', 1]],
      actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectTagging'],
    },
    'GET /drafts/:id/:version': { requests: ['GET /drafts/1/2'], actions: ['s3:GetObjectVersion'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::drafts/*.html'],
    's3:GetObjectVersion': ['arn:aws:s3:::drafts/*.html'],
    's3:PutObject': ['arn:aws:s3:::drafts/*.html', 'arn:aws:s3:::published/posts/*.html'],
    's3:PutObjectAcl': ['arn:aws:s3:::drafts/*.html'],
    's3:PutObjectTagging': ['arn:aws:s3:::drafts/*.html'],
  },
} satisfies Case
