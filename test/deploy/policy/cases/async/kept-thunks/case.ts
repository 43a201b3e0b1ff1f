import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions that are kept and called later: a queue of tasks, a limit, a timer, a scope',
  routes: {
    'POST /all': {
      requests: [['POST /all', ['a', 'b']]],
      actions: ['lambda:InvokeFunction', 's3:GetObject'],
    },
    'POST /later': { requests: ['POST /later'], actions: ['kinesis:PutRecord'] },
    'POST /scoped': { requests: ['POST /scoped'], actions: ['s3:PutObject'] },
  },
  resources: {
    'kinesis:PutRecord': ['arn:aws:kinesis:*:*:stream/later'],
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:warm'],
    's3:GetObject': ['arn:aws:s3:::sources/*'],
    's3:PutObject': ['arn:aws:s3:::scoped/a'],
  },
} satisfies Case
