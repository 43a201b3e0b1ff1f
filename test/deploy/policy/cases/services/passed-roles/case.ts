import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a role that is passed on needs iam:PassRole',
  routes: {
    'POST /reminders/:id': {
      requests: ['POST /reminders/1'],
      actions: ['iam:PassRole', 'scheduler:CreateSchedule'],
    },
    'POST /renders': { requests: ['POST /renders'], actions: ['ecs:RunTask', 'iam:PassRole'] },
  },
  unresolved: [{ file: 'app.ts', on: 'ecs.send(', says: 'iam:PassRole' }],
  resources: {
    'ecs:RunTask': ['arn:aws:ecs:*:*:task-definition/render:3'],
    'iam:PassRole': [
      'arn:aws:iam::123456789012:role/render-task',
      'arn:aws:iam::123456789012:role/scheduler',
    ],
    'scheduler:CreateSchedule': ['arn:aws:scheduler:*:*:schedule/reminders/reminder-*'],
  },
} satisfies Case
