import { ECSClient, RunTaskCommand } from '@aws-sdk/client-ecs'
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { calix, post, route } from 'calix'

const scheduler = new SchedulerClient({})
const ecs = new ECSClient({})

const remind = route(post('/reminders/:id'), async ({ params }) => {
  await scheduler.send(
    new CreateScheduleCommand({
      Name: `reminder-${params.id}`,
      GroupName: 'reminders',
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:remind',
        RoleArn: 'arn:aws:iam::123456789012:role/scheduler',
      },
    }),
  )
  return null
})

const render = route(post('/renders'), async () => {
  await ecs.send(
    new RunTaskCommand({
      cluster: 'renderers',
      taskDefinition: 'render:3',
      overrides: { taskRoleArn: 'arn:aws:iam::123456789012:role/render-task' },
    }),
  )
  return null
})

export const app = calix({}, remind, render)
