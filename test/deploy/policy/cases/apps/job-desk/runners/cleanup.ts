import { CreateScheduleCommand, FlexibleTimeWindowMode, SchedulerClient } from '@aws-sdk/client-scheduler'
import type { Runner } from '../ports.ts'

export const cleanupRunner = (group: string): Runner => {
  const scheduler = new SchedulerClient({})
  return {
    accepts: ({ kind }) => kind === 'cleanup',
    start: async ({ subject }) => {
      const { ScheduleArn = '' } = await scheduler.send(
        new CreateScheduleCommand({
          Name: `cleanup-${subject}`,
          GroupName: group,
          ScheduleExpression: 'rate(1 day)',
          FlexibleTimeWindow: { Mode: FlexibleTimeWindowMode.OFF },
          Target: {
            Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:cleanup',
            RoleArn: 'arn:aws:iam::123456789012:role/cleanup-schedule',
          },
        }),
      )
      return ScheduleArn
    },
  }
}
