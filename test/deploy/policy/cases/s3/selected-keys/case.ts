import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one of several known places',
  routes: {
    'GET /templates/:name': {
      requests: [
        'GET /templates/invoice',
        'GET /templates/letter',
        'GET /templates/logo',
        'GET /templates/x',
      ],
      actions: ['s3:GetObject'],
    },
  },
  resources: {
    's3:GetObject': [
      'arn:aws:s3:::brand/logo.svg',
      'arn:aws:s3:::templates/pdf/invoice.html',
      'arn:aws:s3:::templates/pdf/letter.html',
    ],
  },
} satisfies Case
