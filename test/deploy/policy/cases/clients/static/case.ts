import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a singleton behind statics',
  routes: { 'POST /alerts': { requests: [['POST /alerts', 'fire']], actions: ['sns:Publish'] } },
  resources: { 'sns:Publish': ['arn:aws:sns:us-east-1:123456789012:alerts'] },
} satisfies Case
