import type { Case } from '../../../harness/case.ts'

export default {
  about: 'grants around a call that no source decides, and around a route to narrow it',
  routes: {
    'GET /x/:operation': { requests: ['GET /x/getObject'], actions: ['s3:GetObject'] },
    'POST /tell/:topic': { requests: ['POST /tell/one', 'POST /tell/two'], actions: ['sns:Publish'] },
    'GET /none': { requests: ['GET /none'], actions: [] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::granted/public/*'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:one', 'arn:aws:sns:eu-west-1:123456789012:two'],
  },
} satisfies Case
