import type { Case } from '../../../harness/case.ts'

export default {
  about: 'links by both ways into the package, an ARN among them',
  routes: {
    'GET /media/:key': { requests: ['GET /media/a'], actions: ['s3:GetObject'] },
    'POST /news': { requests: ['POST /news'], actions: ['sns:Publish'] },
  },
  links: {
    CaseMedia: { name: 'media-efgh' },
    CaseNews: { arn: 'arn:aws:sns:eu-west-1:123456789012:news-efgh' },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::media-efgh/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:news-efgh'],
  },
} satisfies Case
