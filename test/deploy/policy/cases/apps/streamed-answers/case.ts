import type { Case } from '../../../harness/case.ts'

export default {
  about: 'answers that are streams, pulled from generators over pages, with a getter that asks once',
  routes: {
    'GET /exports/people': {
      requests: ['GET /exports/people'],
      actions: ['dynamodb:Scan', 'ssm:GetParameters'],
    },
    'GET /exports/places': { requests: ['GET /exports/places'], actions: ['dynamodb:Scan'] },
    'GET /archive/:day': { requests: ['GET /archive/2026-11-22'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/export-people', 'arn:aws:dynamodb:*:*:table/export-places'],
    's3:GetObject': ['arn:aws:s3:::export-archive/*.ndjson'],
    'ssm:GetParameters': [
      'arn:aws:ssm:*:*:parameter/masking/pepper',
      'arn:aws:ssm:*:*:parameter/masking/salt',
    ],
  },
  answer: ({ operation }) => (operation === 'Scan' ? { Items: [{ name: { S: 'ada' } }] } : undefined),
} satisfies Case
