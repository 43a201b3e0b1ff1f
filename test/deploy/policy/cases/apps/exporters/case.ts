import type { Case } from '../../../harness/case.ts'

export default {
  about: 'exporters of which each says what it supports; one is chosen by the request, or by a literal',
  routes: {
    'POST /exports/:format': {
      requests: ['POST /exports/csv', 'POST /exports/mail', 'POST /exports/none'],
      actions: ['s3:PutObject', 'ses:SendEmail', 'ssm:GetParameter'],
    },
    'POST /daily/mail': { requests: ['POST /daily/mail'], actions: ['ses:SendEmail', 'ssm:GetParameter'] },
    'POST /daily/sheet': { requests: ['POST /daily/sheet'], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:PutObject': ['arn:aws:s3:::report-exports/csv/daily.csv'],
    'ses:SendEmail': [
      'arn:aws:ses:*:*:identity/corp.example',
      'arn:aws:ses:*:*:identity/reports@corp.example',
    ],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/reports/mail/template'],
  },
} satisfies Case
