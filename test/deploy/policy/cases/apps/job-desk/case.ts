import type { Case } from '../../../harness/case.ts'

export default {
  about: 'runners of jobs in ECS, Athena and the scheduler, each of which says which jobs it takes',
  routes: {
    'POST /jobs': {
      requests: [
        ['POST /jobs', { kind: 'render', subject: 'a' }],
        ['POST /jobs', { kind: 'report', subject: 'a' }],
        ['POST /jobs', { kind: 'cleanup', subject: 'a' }],
      ],
      actions: ['athena:StartQueryExecution', 'ecs:RunTask', 'iam:PassRole', 'scheduler:CreateSchedule'],
    },
    'GET /reports/:id/state': { requests: ['GET /reports/1/state'], actions: ['athena:GetQueryExecution'] },
  },
  unresolved: [
    { file: 'runners/report.ts', on: 'athena.send(', says: 'what its query does' },
    { file: 'runners/report.ts', on: 'athena.send(', says: 'which workgroup' },
  ],
  resources: {
    'athena:GetQueryExecution': ['arn:aws:athena:*:*:workgroup/*'],
    'athena:StartQueryExecution': ['arn:aws:athena:*:*:workgroup/reports'],
    'ecs:RunTask': ['arn:aws:ecs:eu-west-1:123456789012:task-definition/render:7'],
    'iam:PassRole': [
      'arn:aws:iam::123456789012:role/cleanup-schedule',
      'arn:aws:iam::123456789012:role/render-execution',
      'arn:aws:iam::123456789012:role/render-task',
    ],
    'scheduler:CreateSchedule': ['arn:aws:scheduler:*:*:schedule/desk/cleanup-*'],
  },
} satisfies Case
