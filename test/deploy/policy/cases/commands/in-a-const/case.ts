import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an input and a command each in a constant',
  routes: { 'PATCH /pages/:path': { requests: ['PATCH /pages/a'], actions: ['dynamodb:UpdateItem'] } },
  resources: { 'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/page-counts'] },
} satisfies Case
