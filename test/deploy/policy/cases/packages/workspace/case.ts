import type { Case } from '../../../harness/case.ts'

export default {
  about: 'packages of a workspace: TypeScript sources, CommonJS, a pattern of exports',
  packages: {
    '@shop/storage': 'libraries/storage',
    '@shop/names': 'libraries/names',
    '@shop/notify': 'libraries/notify',
  },
  routes: {
    'GET /files/:key': { requests: ['GET /files/a'], actions: ['s3:GetObject'] },
    'POST /notes': { requests: [['POST /notes', 'hi']], actions: ['sns:Publish'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::shop-files/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:shop'],
  },
} satisfies Case
