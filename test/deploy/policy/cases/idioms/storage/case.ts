import type { Case } from '../../../harness/case.ts'

export default {
  about: 'S3 beyond put and get: links, uploads, pages, waiters, copies, tags, versions',
  routes: {
    'GET /links/:key': { requests: ['GET /links/1'], actions: ['s3:GetObject'] },
    'POST /links/:key': { requests: ['POST /links/1'], actions: ['s3:PutObject'] },
    'POST /forms': { requests: ['POST /forms'], actions: ['s3:PutObject'] },
    'PUT /big/:key': {
      requests: ['PUT /big/1'],
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
      notRun: { 's3:AbortMultipartUpload': 'a part has to fail for it' },
    },
    'GET /pages': { requests: ['GET /pages'], actions: ['s3:ListBucket'] },
    'POST /copies/:key': { requests: ['POST /copies/1'], actions: ['s3:GetObject', 's3:PutObject'] },
    'PUT /tags/:key': { requests: ['PUT /tags/1'], actions: ['s3:PutObjectTagging'] },
    'DELETE /versions/:key': {
      requests: ['DELETE /versions/1'],
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:ListBucketVersions'],
      notRun: { 's3:DeleteObject': 'no type says that a listed version has an id' },
    },
    'GET /arrived/:key': { requests: ['GET /arrived/1'], actions: ['s3:GetObject'] },
    'GET /old/:key/:version': { requests: ['GET /old/1/2'], actions: ['s3:GetObjectVersion'] },
    'DELETE /many': { requests: ['DELETE /many'], actions: ['s3:DeleteObject'] },
  },
  answer: ({ operation }) =>
    operation === 'ListObjectVersions' ? { Versions: [{ Key: 'a', VersionId: '1' }] } : undefined,
  resources: {
    's3:AbortMultipartUpload': ['arn:aws:s3:::vault-main/big/*'],
    's3:DeleteObject': [
      'arn:aws:s3:::vault-main/*',
      'arn:aws:s3:::vault-main/one',
      'arn:aws:s3:::vault-main/two',
    ],
    's3:DeleteObjectVersion': ['arn:aws:s3:::vault-main/*'],
    's3:GetObject': [
      'arn:aws:s3:::vault-main/*/done',
      'arn:aws:s3:::vault-main/copies/*',
      'arn:aws:s3:::vault-main/links/*',
    ],
    's3:GetObjectVersion': ['arn:aws:s3:::vault-main/*'],
    's3:ListBucket': ['arn:aws:s3:::vault-main'],
    's3:ListBucketVersions': ['arn:aws:s3:::vault-main'],
    's3:PutObject': [
      'arn:aws:s3:::vault-backup/*',
      'arn:aws:s3:::vault-main/big/*',
      'arn:aws:s3:::vault-main/forms/*',
      'arn:aws:s3:::vault-main/links/*',
    ],
    's3:PutObjectTagging': ['arn:aws:s3:::vault-main/*'],
  },
} satisfies Case
